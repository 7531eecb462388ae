# mistake: python-list
# function: softmax
# fails: shapes
# diagnosed: none
import numpy as np


def softmax(z):
    if z.size == 0:
        return z.tolist()
    e = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return (e / np.sum(e, axis=-1, keepdims=True)).tolist()
