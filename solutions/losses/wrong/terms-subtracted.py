# mistake: terms-subtracted
# function: binary_cross_entropy
# fails: values
# diagnosed: NN657
import numpy as np


def binary_cross_entropy(p, y):
    return -np.mean(y * np.log(p) - (1 - y) * np.log(1 - p))
