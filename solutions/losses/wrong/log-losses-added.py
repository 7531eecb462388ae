# mistake: log-losses-added
# function: binary_cross_entropy
# fails: values
# diagnosed: NN647
import numpy as np


def binary_cross_entropy(p, y):
    return -np.sum(np.where(y == 1, np.log(p), np.log(1 - p)))
