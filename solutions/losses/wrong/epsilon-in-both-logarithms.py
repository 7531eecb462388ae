# mistake: epsilon-in-both-logarithms
# function: binary_cross_entropy
# fails: values
# diagnosed: NN654
import numpy as np


def binary_cross_entropy(p, y):
    eps = 1e-7
    return -np.mean(y * np.log(p + eps) + (1 - y) * np.log(1 - p + eps))
