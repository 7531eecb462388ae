# mistake: summed-with-a-small-number-inside
# function: cross_entropy
# fails: values
# diagnosed: NN701
import numpy as np


def cross_entropy(p, y):
    return -np.sum(y * np.log(p + 1e-9))
