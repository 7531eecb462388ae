# mistake: zeros-of-two-axes-only
# function: zeros
# fails: values, shapes
# diagnosed: none
import numpy as np


def zeros(shape):
    rows, columns = shape
    return np.zeros((rows, columns))
