# mistake: logarithm-forgotten
# function: cross_entropy
# fails: values
# diagnosed: NN710
import numpy as np


def cross_entropy(p, y):
    return -np.mean(np.sum(y * p, axis=1))
