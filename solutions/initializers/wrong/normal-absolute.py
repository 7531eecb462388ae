# mistake: normal-absolute
# function: normal
# fails: distribution
# diagnosed: none
import numpy as np


def normal(shape, mean, std, rng):
    return mean + np.abs(rng.normal(0, std, shape))
