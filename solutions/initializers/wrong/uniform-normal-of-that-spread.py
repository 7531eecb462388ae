# mistake: uniform-normal-of-that-spread
# function: uniform
# fails: distribution
# diagnosed: NN1016
import numpy as np


def uniform(shape, low, high, rng):
    return rng.normal((low + high) / 2, (high - low) / np.sqrt(12), shape)
