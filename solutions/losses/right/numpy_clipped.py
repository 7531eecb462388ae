"""Probabilities are clipped before their logarithm, so that nothing is infinite."""

import numpy as np


def clipped(p):
    smallest = np.finfo(p.dtype).eps
    return np.clip(p, smallest, 1 - smallest)


def mae(p, y):
    return np.abs(p - y).sum() / p.size


def mae_grad(p, y):
    above, below = (p > y).astype(p.dtype), (p < y).astype(p.dtype)
    return (above - below) / p.size


def mse(p, y):
    error = (p - y).ravel()
    return error.dot(error) / error.size


def mse_grad(p, y):
    n = p.size if p.size else 1
    return (2 / n) * (p - y)


def half_sse(p, y):
    return np.square(p - y).sum() / 2


def half_sse_grad(p, y):
    return np.subtract(p, y)


def binary_cross_entropy(p, y):
    q = clipped(p)
    return np.average(-y * np.log(q) - (1 - y) * np.log(1 - q))


def binary_cross_entropy_grad(p, y):
    q = clipped(p)
    return ((1 - y) / (1 - q) - y / q) / p.size


def cross_entropy(p, y):
    return -(y * np.log(clipped(p))).sum(axis=-1).mean()


def cross_entropy_grad(p, y):
    return np.where(y > 0, -1 / clipped(p), 0) / p.shape[0]


def bce_with_logits(z, y):
    # log(1 + e^z) for class 0, log(1 + e^-z) for class 1
    return np.logaddexp(0, np.where(y > 0, -z, z)).mean()


def bce_with_logits_grad(z, y):
    return (0.5 * (1 + np.tanh(z / 2)) - y) / z.size


def softmax_cross_entropy(z, y):
    right = z[y == 1]
    return (np.logaddexp.reduce(z, axis=-1) - right).mean()


def softmax_cross_entropy_grad(z, y):
    gradient = np.exp(z - np.logaddexp.reduce(z, axis=-1, keepdims=True))
    gradient[np.arange(len(z)), y.argmax(axis=-1)] -= 1
    return gradient / len(z)
