"""Number by number: lists of Python floats, sample by sample."""

import math

import numpy as np


def squash(z):
    if z >= 0:
        return 1 / (1 + math.exp(-z))
    return math.exp(z) / (1 + math.exp(z))


def sigmoid_chain_grad(x, n):
    slopes = np.empty(x.shape, x.dtype if x.dtype.kind == "f" else float)
    for index in np.ndindex(x.shape):
        value, slope = float(x[index]), 1.0
        for _ in range(n):
            value = squash(value)
            slope *= value * (1 - value)
        slopes[index] = slope
    return slopes


def activate(name, z):
    if name == "sigmoid":
        return squash(z)
    if name == "tanh":
        return math.tanh(z)
    if name == "relu":
        return max(z, 0.0)
    return z


def slope_of(name, z):
    if name == "sigmoid":
        return squash(z) * squash(-z)
    if name == "tanh":
        return (1 - math.tanh(z)) * (1 + math.tanh(z))
    if name == "relu":
        return 1.0 if z > 0 else 0.0
    return 1.0


def sample_gradients(sample, weights, activation):
    """d(sum of the outputs)/dW of every layer for one sample, as nested lists."""
    values, sums = [sample], []
    for W in weights:
        sums.append([sum(w * v for w, v in zip(row, values[-1], strict=True)) for row in W])
        values.append([activate(activation, z) for z in sums[-1]])
    found = []
    pull = [1.0] * len(values[-1])
    for W, z, incoming in zip(weights[::-1], sums[::-1], values[-2::-1], strict=True):
        delta = [p * slope_of(activation, each) for p, each in zip(pull, z, strict=True)]
        found.append([[d * v for v in incoming] for d in delta])
        pull = [sum(d * row[i] for d, row in zip(delta, W, strict=True)) for i in range(len(incoming))]
    return found[::-1]


def gradient_norms(x, weights, activation):
    matrices = [W.tolist() for W in weights]
    samples = x.tolist() if x.ndim == 2 else [x.tolist()]
    totals = [np.zeros(W.shape) for W in weights]
    for sample in samples:
        for total, gradient in zip(totals, sample_gradients(sample, matrices, activation), strict=True):
            total += gradient
    return [math.sqrt(sum(g * g for g in total.ravel().tolist())) for total in totals]
