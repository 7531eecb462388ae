# mistake: normal-uniform-of-that-spread
# function: normal
# fails: distribution
# diagnosed: NN1028
import numpy as np


def normal(shape, mean, std, rng):
    half = np.sqrt(3) * std
    return rng.uniform(mean - half, mean + half, shape)
