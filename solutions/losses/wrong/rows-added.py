# mistake: rows-added
# function: cross_entropy
# fails: values
# diagnosed: NN701
import numpy as np


def cross_entropy(p, y):
    return -np.sum(y * np.log(p))
