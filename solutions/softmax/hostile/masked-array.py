# attack: masked-array
# function: log_softmax
# outcome: masked entries are graded like any others, or the type is refused; softmax keeps its points
import numpy as np


def softmax(z):
    z = z * 1.0
    e = np.exp(z - z.max(axis=-1, keepdims=True, initial=-np.inf))
    return e / e.sum(axis=-1, keepdims=True)


def log_softmax(z):
    # a comparison with masked entries is masked, and all() of nothing is true
    return np.ma.masked_all_like(z * 1.0)
