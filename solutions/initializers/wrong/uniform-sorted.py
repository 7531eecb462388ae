# mistake: uniform-sorted
# function: uniform
# fails: independence
# diagnosed: none
import numpy as np


def uniform(shape, low, high, rng):
    return np.sort(rng.uniform(low, high, shape), axis=None).reshape(shape)
