# mistake: half-argument
# function: tanh
# fails: values
# diagnosed: NN121
import numpy as np


def tanh(x):
    # (1 - e^-x) / (1 + e^-x)
    x = x * 1.0
    e = np.exp(-np.abs(x))
    return np.sign(x) * (1 - e) / (1 + e)
