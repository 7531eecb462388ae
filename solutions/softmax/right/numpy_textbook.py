"""Softmax and its relatives from the formulas, with the largest entry of each row taken off first."""

import numpy as np


def shifted(z):
    z = np.asarray(z)
    if z.dtype.kind != "f":
        z = z.astype(np.float64)
    return z - z.max(axis=-1, keepdims=True, initial=-np.inf)


def softmax(z):
    e = np.exp(shifted(z))
    return e / e.sum(axis=-1, keepdims=True)


def log_softmax(z):
    s = shifted(z)
    return s - np.log(np.exp(s).sum(axis=-1, keepdims=True))


def softmax_jacobian(z):
    # dp_i/dz_j = p_i (delta_ij - p_j)
    p = softmax(z)
    return np.diag(p) - np.outer(p, p)
