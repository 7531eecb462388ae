# The formulas of the notes, term by term: 0 log 0 is nan, and large logits overflow.
import numpy as np


def binary_cross_entropy(p, y):
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


def cross_entropy(p, y):
    return -np.mean(np.sum(y * np.log(p), axis=1))


def bce_with_logits(z, y):
    return binary_cross_entropy(1 / (1 + np.exp(-z)), y)


def softmax(z):
    e = np.exp(z)
    return e / e.sum(axis=1, keepdims=True)


def softmax_cross_entropy(z, y):
    return cross_entropy(softmax(z), y)


def softmax_cross_entropy_grad(z, y):
    return (softmax(z) - y) / len(z)
