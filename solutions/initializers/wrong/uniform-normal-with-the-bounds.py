# mistake: uniform-normal-with-the-bounds
# function: uniform
# fails: distribution
# diagnosed: NN1017
import numpy as np


def uniform(shape, low, high, rng):
    return rng.standard_normal(shape) * high + low
