# mistake: constant-shape-reversed
# function: constant
# fails: values
# diagnosed: none
import numpy as np


def constant(shape, value):
    return np.full(shape[::-1], value)


def zeros(shape):
    return constant(shape, 0.0)


def ones(shape):
    return constant(shape, 1.0)
