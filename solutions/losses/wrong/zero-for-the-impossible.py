# mistake: zero-for-the-impossible
# function: binary_cross_entropy
# fails: impossible
# diagnosed: none
import numpy as np


def binary_cross_entropy(p, y):
    # no logarithm of 0
    right = np.where(y == 1, p, 1 - p)
    return -np.mean(np.log(right, out=np.zeros_like(right), where=right > 0))
