# mistake: norms-overflow-in-tanh
# function: gradient_norms
# fails: stability
# diagnosed: NN049
# nncheck: gradient_flow
import numpy as np


def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))


def tanh(z):
    return (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))


ACTIVATIONS = {
    "sigmoid": (sigmoid, lambda a: a * (1 - a)),
    "tanh": (tanh, lambda a: 1 - a**2),
    "relu": (lambda z: np.maximum(z, 0), lambda a: (a > 0).astype(a.dtype)),
    "identity": (lambda z: z, np.ones_like),
}


def gradient_norms(x, weights, activation):
    f, slope = ACTIVATIONS[activation]
    a = [np.atleast_2d(x)]
    for W in weights:
        a.append(f(a[-1] @ W.T))

    norms = []
    upstream = np.ones_like(a[-1])
    for i in reversed(range(len(weights))):
        delta = upstream * slope(a[i + 1])
        norms.insert(0, np.linalg.norm(delta.T @ a[i]))
        upstream = delta @ weights[i]
    return norms
