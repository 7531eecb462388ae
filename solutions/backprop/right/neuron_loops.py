"""Neuron by neuron, sample by sample, as one does it by hand."""

import math

import numpy as np


def squash(z):
    if z >= 0:
        return 1 / (1 + math.exp(-z))
    return math.exp(z) / (1 + math.exp(z))


def layer(inputs, weights, biases):
    """Weighted input and activation of each neuron of one layer, for one sample."""
    sums = []
    for j in range(len(biases)):
        total = float(biases[j])
        for i in range(len(inputs)):
            total += float(weights[j, i]) * float(inputs[i])
        sums.append(total)
    return sums, [squash(total) for total in sums]


def float_type(*arrays):
    common = np.result_type(*arrays)
    return common if common.kind == "f" else np.dtype(np.float64)


def forward(x, params):
    dtype = float_type(x, params["W1"])
    hidden, outputs = len(params["b1"]), len(params["b2"])
    result = {
        "z1": np.empty((*x.shape[:-1], hidden), dtype),
        "a1": np.empty((*x.shape[:-1], hidden), dtype),
        "z2": np.empty((*x.shape[:-1], outputs), dtype),
        "a2": np.empty((*x.shape[:-1], outputs), dtype),
    }
    for sample in np.ndindex(*x.shape[:-1]):
        z1, a1 = layer(x[sample], params["W1"], params["b1"])
        z2, a2 = layer(a1, params["W2"], params["b2"])
        for name, values in zip(("z1", "a1", "z2", "a2"), (z1, a1, z2, a2), strict=True):
            result[name][sample] = values
    return result


def loss(a2, t):
    total = 0.0
    for index in np.ndindex(*a2.shape):
        total += 0.5 * (float(a2[index]) - float(t[index])) ** 2
    return total


def one_sample(x, t, params):
    """The error signal of every neuron, then weight gradient = signal * incoming activation."""
    _, a1 = layer(x, params["W1"], params["b1"])
    _, a2 = layer(a1, params["W2"], params["b2"])
    w2 = params["W2"]
    signal2 = [(o - float(t[k])) * o * (1 - o) for k, o in enumerate(a2)]
    signal1 = []
    for j, h in enumerate(a1):
        paths = sum(signal2[k] * float(w2[k, j]) for k in range(len(signal2)))
        signal1.append(paths * h * (1 - h))
    return {
        "W1": [[s * float(v) for v in x] for s in signal1],
        "b1": signal1,
        "W2": [[s * h for h in a1] for s in signal2],
        "b2": signal2,
    }


def backward(x, t, params):
    totals = {name: np.zeros(p.shape) for name, p in params.items()}
    for sample in np.ndindex(*x.shape[:-1]):
        for name, gradient in one_sample(x[sample], t[sample], params).items():
            totals[name] += gradient
    return {name: g.astype(float_type(x, params[name])) for name, g in totals.items()}


def sgd_step(params, grads, lr):
    new = {}
    for name in params:
        new[name] = params[name] - lr * grads[name]
    return new


def train_step(x, t, params, lr):
    error = loss(forward(x, params)["a2"], t)
    gradients = backward(x, t, params)
    return sgd_step(params, gradients, lr), error


def deep_sample(x, t, weights):
    """Forward through all layers, then back: the signals of the last layer, of the one below, and so on."""
    activations = [[float(v) for v in x]]
    for W in weights:
        activations.append(layer(activations[-1], W, [0.0] * len(W))[1])
    signals = [(o - float(t[k])) * o * (1 - o) for k, o in enumerate(activations[-1])]
    gradients = []
    for depth in range(len(weights) - 1, -1, -1):
        gradients.append([[s * a for a in activations[depth]] for s in signals])
        below = []
        for j, a in enumerate(activations[depth]):
            paths = sum(signals[k] * float(weights[depth][k, j]) for k in range(len(signals)))
            below.append(paths * a * (1 - a))
        signals = below
    gradients.reverse()
    return gradients


def deep_backward(x, t, weights):
    totals = [np.zeros(W.shape) for W in weights]
    for sample in np.ndindex(*x.shape[:-1]):
        for total, gradient in zip(totals, deep_sample(x[sample], t[sample], weights), strict=True):
            total += gradient
    return [total.astype(float_type(x, W)) for total, W in zip(totals, weights, strict=True)]
