# mistake: normal-std-forgotten
# function: normal
# fails: distribution
# diagnosed: NN1025
import numpy as np


def normal(shape, mean, std, rng):
    return mean + rng.standard_normal(shape)
