# mistake: shift-on-one-side
# function: log_softmax
# fails: values
# diagnosed: NN329
import numpy as np


def log_softmax(z):
    z = z * 1.0
    top = z.max(axis=-1, keepdims=True, initial=-np.inf)
    return z - np.log(np.exp(z - top).sum(axis=-1, keepdims=True))
