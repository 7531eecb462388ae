# mistake: rows-over-classes
# function: cross_entropy
# fails: values
# diagnosed: NN746
import numpy as np


def cross_entropy(p, y):
    return -np.sum(np.log(np.sum(p * y, axis=1))) / p.shape[1]
