# mistake: extra-dimension
# function: softmax
# fails: shapes
# diagnosed: none
import numpy as np


def softmax(z):
    z = np.atleast_2d(z * 1.0)
    e = np.exp(z - z.max(axis=1, keepdims=True, initial=-np.inf))
    return e / e.sum(axis=1, keepdims=True)
