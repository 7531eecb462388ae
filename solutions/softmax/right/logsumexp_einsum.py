"""Everything follows from the log-sum-exp: p = exp(log p), J = diag(p)(I - 1 p')."""

from functools import reduce

import numpy as np


def log_sum_exp(z):
    """log(sum(exp(z))) over the last axis, folded together two entries at a time."""
    columns = np.moveaxis(z, -1, 0)
    return reduce(np.logaddexp, columns, np.full(z.shape[:-1], -np.inf, dtype=z.dtype))


def normalised(z):
    z = np.asarray(z)
    z = z.astype(np.result_type(z.dtype, np.float16) if z.dtype.kind == "f" else np.float64)
    highest = np.amax(z, axis=-1, keepdims=True) if z.shape[-1] else 0
    z = z - highest
    return z - log_sum_exp(z)[..., None]


def log_softmax(z):
    return normalised(z)


def softmax(z):
    return np.exp(normalised(z))


def softmax_jacobian(z):
    p = softmax(z)
    eye = np.eye(p.size, dtype=p.dtype)
    return np.einsum("i,ij->ij", p, eye) - np.einsum("i,j->ij", p, p)
