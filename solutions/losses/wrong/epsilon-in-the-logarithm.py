# mistake: epsilon-in-the-logarithm
# function: cross_entropy
# fails: values
# diagnosed: NN707
import numpy as np


def cross_entropy(p, y):
    return -np.mean(np.sum(y * np.log(p + 1e-7), axis=1))
