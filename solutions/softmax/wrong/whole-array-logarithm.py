# mistake: whole-array-logarithm
# function: log_softmax
# fails: values
# diagnosed: NN322
import numpy as np


def log_softmax(z):
    if z.size == 0:
        return z * 1.0
    z = z - z.max()
    return z - np.log(np.sum(np.exp(z)))
