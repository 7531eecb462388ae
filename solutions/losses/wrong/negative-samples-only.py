# mistake: negative-samples-only
# function: binary_cross_entropy
# fails: values
# diagnosed: NN650
import numpy as np


def binary_cross_entropy(p, y):
    return -np.mean((1 - y) * np.log(1 - p))
