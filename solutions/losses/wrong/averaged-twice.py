# mistake: averaged-twice
# function: cross_entropy
# fails: values
# diagnosed: NN713
import numpy as np


def cross_entropy(p, y):
    return -np.mean(np.sum(y * np.log(p), axis=1)) / len(p)
