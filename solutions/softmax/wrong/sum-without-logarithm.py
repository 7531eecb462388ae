# mistake: sum-without-logarithm
# function: log_softmax
# fails: values
# diagnosed: NN324
import numpy as np


def log_softmax(z):
    z = z * 1.0
    return z - np.exp(z).sum(axis=-1, keepdims=True)
