# mistake: uniform-with-axes-reversed
# function: uniform
# fails: distribution
# diagnosed: NN1018
import numpy as np


def uniform(shape, low, high, rng):
    return rng.uniform(low, high, shape[::-1])
