# mistake: whole-zeros
# function: zeros
# fails: dtype
# diagnosed: none
import numpy as np


def zeros(shape):
    return np.zeros(shape, dtype=int)
