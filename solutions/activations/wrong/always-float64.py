# mistake: always-float64
# function: sigmoid
# fails: dtype
# diagnosed: none
import numpy as np


def sigmoid(x):
    x = np.array(x, dtype=np.float64)
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + e), e / (1 + e))
