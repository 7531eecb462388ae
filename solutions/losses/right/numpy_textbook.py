"""Array expressions throughout; logarithms of logits are taken on paper."""

import numpy as np


def mae(p, y):
    return np.mean(np.abs(p - y))


def mae_grad(p, y):
    return np.sign(p - y) / p.size


def mse(p, y):
    return np.mean((p - y) ** 2)


def mse_grad(p, y):
    return 2 * (p - y) / p.size


def half_sse(p, y):
    return 0.5 * np.sum((p - y) ** 2)


def half_sse_grad(p, y):
    return p - y


def binary_cross_entropy(p, y):
    with np.errstate(divide="ignore"):
        return np.mean(np.where(y == 1, -np.log(p), -np.log1p(-p)))


def binary_cross_entropy_grad(p, y):
    return (p - y) / (p * (1 - p)) / p.size


def cross_entropy(p, y):
    with np.errstate(divide="ignore"):
        return -np.mean(np.log(np.sum(p * y, axis=1)))


def cross_entropy_grad(p, y):
    return -(y / p) / len(p)


def bce_with_logits(z, y):
    return np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z))))


def bce_with_logits_grad(z, y):
    e = np.exp(-np.abs(z))
    return (np.where(z >= 0, 1, e) / (1 + e) - y) / z.size


def log_probabilities(z):
    z = z - z.max(axis=1, keepdims=True)
    return z - np.log(np.sum(np.exp(z), axis=1, keepdims=True))


def softmax_cross_entropy(z, y):
    return -np.sum(y * log_probabilities(z)) / len(z)


def softmax_cross_entropy_grad(z, y):
    return (np.exp(log_probabilities(z)) - y) / len(z)
