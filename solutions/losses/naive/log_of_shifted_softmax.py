# The maximum is taken off, but the logarithm comes last: small probabilities have underflowed to 0.
import numpy as np


def bce_with_logits(z, y):
    return np.mean(np.log(1 + np.exp(z)) - z * y)


def bce_with_logits_grad(z, y):
    return (np.exp(z) / (1 + np.exp(z)) - y) / z.size


def softmax_cross_entropy(z, y):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return -np.sum(y * np.log(p)) / len(z)
