# mistake: rounded
# function: sigmoid
# fails: values
# diagnosed: none
import numpy as np


def sigmoid(x):
    x = x * 1.0
    e = np.exp(-np.abs(x))
    y = np.where(x >= 0, 1 / (1 + e), e / (1 + e))
    return np.round(y, 4)
