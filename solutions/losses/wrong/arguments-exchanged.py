# mistake: arguments-exchanged
# function: cross_entropy
# fails: values
# diagnosed: NN028
import numpy as np


def cross_entropy(y, p):
    return -np.mean(np.sum(y * np.log(p), axis=1))
