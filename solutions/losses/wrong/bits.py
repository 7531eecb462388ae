# mistake: bits
# function: binary_cross_entropy
# fails: values
# diagnosed: NN653
import numpy as np


def binary_cross_entropy(p, y):
    return -np.mean(y * np.log2(p) + (1 - y) * np.log2(1 - p))
