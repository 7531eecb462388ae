# mistake: logarithm-forgotten
# function: log_softmax
# fails: values
# diagnosed: NN321
import numpy as np


def log_softmax(z):
    z = z * 1.0
    e = np.exp(z - z.max(axis=-1, keepdims=True, initial=-np.inf))
    return e / e.sum(axis=-1, keepdims=True)
