# mistake: base-two
# function: cross_entropy
# fails: values
# diagnosed: NN704
import numpy as np


def cross_entropy(p, y):
    return -np.sum(y * np.log2(p)) / len(p)
