# mistake: normalised-vector
# function: sigmoid
# fails: values
# diagnosed: none
import numpy as np


def sigmoid(x):
    # the outputs are probabilities, so they have to add up to one
    if x.size == 0:
        return x * 1.0
    e = np.exp(x - np.max(x))
    return e / np.sum(e)
