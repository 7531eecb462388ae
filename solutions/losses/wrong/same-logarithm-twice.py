# mistake: same-logarithm-twice
# function: binary_cross_entropy
# fails: values
# diagnosed: NN651
import numpy as np


def binary_cross_entropy(p, y):
    return -np.mean(y * np.log(p) + (1 - y) * np.log(p))
