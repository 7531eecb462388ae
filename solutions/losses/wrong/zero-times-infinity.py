# mistake: zero-times-infinity
# function: cross_entropy
# fails: certain
# diagnosed: none
import numpy as np


def cross_entropy(p, y):
    return -np.mean(np.sum(y * np.log(p), axis=1))
