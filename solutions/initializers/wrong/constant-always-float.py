# mistake: constant-always-float
# function: constant
# fails: dtype
# diagnosed: none
import numpy as np


def constant(shape, value):
    return np.full(shape, float(value))
