# mistake: one-array-for-all
# function: constant
# fails: values
# diagnosed: none
import numpy as np


CACHE = {}


def constant(shape, value):
    weights = CACHE.setdefault(shape, np.full(shape, value))
    return weights
