# mistake: truncated-e
# function: sigmoid
# fails: values
# diagnosed: NN108
import numpy as np

E = 2.71828


def sigmoid(x):
    x = x * 1.0
    small = E ** -np.abs(x)
    return np.where(x >= 0, 1 / (1 + small), small / (1 + small))
