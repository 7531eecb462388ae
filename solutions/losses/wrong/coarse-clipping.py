# mistake: coarse-clipping
# function: cross_entropy
# fails: values
# diagnosed: NN744
import numpy as np


def cross_entropy(p, y):
    p = np.clip(p, 1e-3, 1 - 1e-3)
    return -np.sum(y * np.log(p)) / len(p)
