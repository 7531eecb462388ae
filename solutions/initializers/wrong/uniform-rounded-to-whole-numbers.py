# mistake: uniform-rounded-to-whole-numbers
# function: uniform
# fails: distribution, dtype
# diagnosed: none
import numpy as np


def uniform(shape, low, high, rng):
    return np.asarray(rng.uniform(low, high, shape)).astype(int)
