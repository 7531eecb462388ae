# mistake: nan-at-certainty
# function: binary_cross_entropy
# fails: certain
# diagnosed: none
import numpy as np


def binary_cross_entropy(p, y):
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
