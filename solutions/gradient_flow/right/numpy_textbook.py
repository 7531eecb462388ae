# nncheck: gradient_flow
"""The chain rule by hand: forward, keeping what is needed, and back, delta by delta."""

import numpy as np


def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))


ACTIVATIONS = {
    "sigmoid": (sigmoid, lambda a: a * (1 - a)),
    "tanh": (np.tanh, lambda a: 1 - a**2),
    "relu": (lambda z: np.maximum(z, 0), lambda a: (a > 0).astype(a.dtype)),
    "identity": (lambda z: z, np.ones_like),
}


def sigmoid_chain_grad(x, n):
    a = x * 1.0
    grad = np.ones_like(a)
    for _ in range(n):
        a = sigmoid(a)
        grad = grad * a * (1 - a)
    return grad


def gradient_norms(x, weights, activation):
    f, slope = ACTIVATIONS[activation]
    a = [np.atleast_2d(x)]
    for W in weights:
        a.append(f(a[-1] @ W.T))

    norms = []
    upstream = np.ones_like(a[-1])
    for i in reversed(range(len(weights))):
        delta = upstream * slope(a[i + 1])
        norms.append(np.linalg.norm(delta.T @ a[i]))
        upstream = delta @ weights[i]
    return norms[::-1]
