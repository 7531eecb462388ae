# mistake: one-sided-with-a-small-number-inside
# function: binary_cross_entropy
# fails: values
# diagnosed: NN649
import numpy as np


def binary_cross_entropy(p, y):
    return -np.mean(y * np.log(p + 1e-12))
