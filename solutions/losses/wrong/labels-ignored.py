# mistake: labels-ignored
# function: cross_entropy
# fails: values
# diagnosed: NN705
import numpy as np


def cross_entropy(p, y):
    return -np.sum(np.log(p)) / len(p)
