# mistake: log-likelihood
# function: binary_cross_entropy
# fails: values
# diagnosed: NN648
import numpy as np


def binary_cross_entropy(p, y):
    return np.mean(np.where(y == 1, np.log(p), np.log(1 - p)))
