# mistake: normal-clipped
# function: normal
# fails: distribution
# diagnosed: none
import numpy as np


def normal(shape, mean, std, rng):
    return np.clip(rng.normal(mean, std, shape), mean - 2 * std, mean + 2 * std)
