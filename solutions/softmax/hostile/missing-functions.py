# attack: missing-functions
# function: log_softmax
# outcome: not callable or not there; softmax keeps its points
import numpy as np

log_softmax = None


def softmax(z):
    z = z * 1.0
    e = np.exp(z - z.max(axis=-1, keepdims=True, initial=-np.inf))
    return e / e.sum(axis=-1, keepdims=True)


def soft_max_jacobian(z):
    p = softmax(z)
    return np.diag(p) - np.outer(p, p)
