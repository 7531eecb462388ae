# mistake: uniform-in-whole-steps
# function: uniform
# fails: independence
# diagnosed: none
import numpy as np


def uniform(shape, low, high, rng):
    return np.asarray(rng.integers(0, 101, shape)) / 100 * (high - low) + low
