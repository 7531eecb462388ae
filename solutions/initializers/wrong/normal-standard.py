# mistake: normal-standard
# function: normal
# fails: distribution
# diagnosed: NN1023
import numpy as np


def normal(shape, mean, std, rng):
    return rng.standard_normal(shape)
