# mistake: normal-std-squared
# function: normal
# fails: distribution
# diagnosed: NN1022
import numpy as np


def normal(shape, mean, std, rng):
    return rng.normal(mean, std**2, shape)
