# mistake: empty-batch
# function: softmax
# fails: shapes
# diagnosed: none
import numpy as np


def one_row(row):
    e = np.exp(row - np.max(row))
    return e / np.sum(e)


def softmax(z):
    if z.ndim == 1:
        return one_row(z)
    return np.stack([softmax(row) for row in z])
