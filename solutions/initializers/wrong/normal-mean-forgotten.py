# mistake: normal-mean-forgotten
# function: normal
# fails: distribution
# diagnosed: NN1024
import numpy as np


def normal(shape, mean, std, rng):
    return std * rng.standard_normal(shape)
