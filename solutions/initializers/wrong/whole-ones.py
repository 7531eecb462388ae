# mistake: whole-ones
# function: ones
# fails: dtype
# diagnosed: none
import numpy as np


def ones(shape):
    return np.array([1] * int(np.prod(shape))).reshape(shape)
