# mistake: squared-probabilities
# function: binary_cross_entropy
# fails: values
# diagnosed: NN655
import numpy as np


def binary_cross_entropy(p, y):
    return np.mean((p - y) ** 2)
