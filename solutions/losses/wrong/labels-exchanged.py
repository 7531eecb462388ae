# mistake: labels-exchanged
# function: binary_cross_entropy
# fails: values
# diagnosed: NN652
import numpy as np


def binary_cross_entropy(p, y):
    return -np.mean(y * np.log(1 - p) + (1 - y) * np.log(p))
