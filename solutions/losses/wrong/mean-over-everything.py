# mistake: mean-over-everything
# function: cross_entropy
# fails: values
# diagnosed: NN702
import numpy as np


def cross_entropy(p, y):
    return -np.mean(y * np.log(p))
