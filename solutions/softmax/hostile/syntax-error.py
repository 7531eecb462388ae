# attack: syntax-error
# function: all
# outcome: the file cannot be compiled, so no function earns a point; the line is named
import numpy as np


def softmax(z)
    e = np.exp(z - z.max())
    return e / e.sum()


def softmax_jacobian(z):
    z = z * 1.0
    e = np.exp(z - z.max(initial=-np.inf))
    p = e / e.sum()
    return np.diag(p) - np.outer(p, p)
