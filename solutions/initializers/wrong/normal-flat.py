# mistake: normal-flat
# function: normal
# fails: distribution, shapes
# diagnosed: none
import numpy as np


def normal(shape, mean, std, rng):
    return rng.normal(mean, std, int(np.prod(shape)))
