# mistake: labels-as-indices
# function: cross_entropy
# fails: values
# diagnosed: NN050
import numpy as np


def cross_entropy(p, y):
    right = p[np.arange(len(p)), y]
    return -np.log(right).mean()
