# mistake: loss-per-row
# function: cross_entropy
# fails: values
# diagnosed: NN708
import numpy as np


def cross_entropy(p, y):
    return -np.sum(y * np.log(p), axis=1)
