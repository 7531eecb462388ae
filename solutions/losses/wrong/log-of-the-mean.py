# mistake: log-of-the-mean
# function: cross_entropy
# fails: values
# diagnosed: NN711
import numpy as np


def cross_entropy(p, y):
    return -np.log(np.mean(np.sum(y * p, axis=1)))
