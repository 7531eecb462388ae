# mistake: log-losses-over-rows
# function: binary_cross_entropy
# fails: values
# diagnosed: NN646
import numpy as np


def binary_cross_entropy(p, y):
    right = np.where(y == 1, p, 1 - p)
    return -np.sum(np.log(right)) / len(np.atleast_1d(p))
