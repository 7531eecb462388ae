# mistake: binary-for-each-class
# function: cross_entropy
# fails: values
# diagnosed: NN706
import numpy as np


def cross_entropy(p, y):
    losses = y * np.log(p) + (1 - y) * np.log(1 - p)
    return -losses.sum() / len(p)
