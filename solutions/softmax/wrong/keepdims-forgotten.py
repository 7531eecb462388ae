# mistake: keepdims-forgotten
# function: softmax
# fails: values
# diagnosed: none
import numpy as np


def softmax(z):
    if z.size == 0:
        return z * 1.0
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1)  # right for one vector; a square batch divides by other rows' sums
