# mistake: sigmoid-of-a-probability
# function: binary_cross_entropy
# fails: values
# diagnosed: NN656
import numpy as np


def binary_cross_entropy(p, y):
    p = 1 / (1 + np.exp(-p))
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
