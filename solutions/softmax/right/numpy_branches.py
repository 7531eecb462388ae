"""One vector, or a batch of them: the two cases are written separately."""

import numpy as np


def softmax(z):
    if not np.issubdtype(z.dtype, np.floating):
        z = z.astype("float64")
    if z.size == 0:
        return z.copy()
    if z.ndim == 1:
        e = np.exp(z - np.max(z))
        return e / np.sum(e)
    z = z - np.max(z, axis=-1)[..., np.newaxis]
    e = np.exp(z)
    return e / np.sum(e, axis=-1)[..., np.newaxis]


def log_softmax(z):
    if not np.issubdtype(z.dtype, np.floating):
        z = z.astype("float64")
    if z.size == 0:
        return z.copy()
    if z.ndim == 1:
        m = np.max(z)
        return (z - m) - np.log(np.sum(np.exp(z - m)))
    # the batch case: every row has its own maximum and its own normaliser
    top = np.max(z, axis=-1, keepdims=True)
    normaliser = np.log(np.sum(np.exp(z - top), axis=-1, keepdims=True))
    return (z - top) - normaliser


def softmax_jacobian(z):
    p = softmax(z)
    jacobian = -p[:, None] * p[None, :]
    on_diagonal = np.arange(len(p))
    jacobian[on_diagonal, on_diagonal] += p
    return jacobian
