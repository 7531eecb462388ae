# mistake: minus-forgotten
# function: cross_entropy
# fails: values
# diagnosed: NN703
import numpy as np


def cross_entropy(p, y):
    return np.sum(y * np.log(p)) / len(p)
