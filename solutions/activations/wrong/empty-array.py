# mistake: empty-array
# function: sigmoid
# fails: shapes
# diagnosed: none
import numpy as np


def sigmoid(x):
    x = x * 1.0
    if x.min() >= 0:
        return 1 / (1 + np.exp(-x))
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + e), e / (1 + e))
