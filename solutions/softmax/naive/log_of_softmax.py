# log(softmax(z)): the small probabilities underflow to 0, and log 0 is -inf.
import numpy as np


def softmax(z):
    z = np.asarray(z) * 1.0
    if z.size == 0:
        return z
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def log_softmax(z):
    return np.log(softmax(z))
