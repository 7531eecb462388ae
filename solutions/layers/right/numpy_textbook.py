# nncheck: layers
"""A layer is one line; the activations are found by name in a dictionary of small functions."""

import math

import numpy as np

erf = np.vectorize(math.erf, otypes=[np.float64])


def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))


def softmax(z):
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


ACTIVATIONS = {
    "identity": lambda z: z,
    "sigmoid": sigmoid,
    "tanh": np.tanh,
    "relu": lambda z: np.maximum(z, 0),
    "leaky_relu": lambda z: np.where(z > 0, z, 0.01 * z),
    "gelu": lambda z: z * (1 + erf(z / math.sqrt(2)).astype(z.dtype)) / 2,
    "softmax": softmax,
}


def linear(x, W, b):
    return x @ W.T + b


def mlp_forward(x, layers, activations):
    a = x
    for (W, b), name in zip(layers, activations, strict=True):
        a = ACTIVATIONS[name](linear(a, W, b))
    return a


def count_parameters(layers):
    return sum(W.size + b.size for W, b in layers)
