"""Sample by sample and neuron by neuron, with Python's own numbers."""

import math

import numpy as np


def weighted_sum(sample, row, bias):
    total = 0.0
    for value, weight in zip(sample, row, strict=True):
        total += float(value) * float(weight)
    return total + float(bias)


def layer(sample, W, b):
    return [weighted_sum(sample, W[j], b[j]) for j in range(W.shape[0])]


def squash(z):
    if z >= 0:
        return 1 / (1 + math.exp(-z))
    return math.exp(z) / (1 + math.exp(z))


def probabilities(scores):
    highest = max(scores)
    shares = [math.exp(score - highest) for score in scores]
    return [share / math.fsum(shares) for share in shares]


def activate(name, sums):
    if name == "identity":
        return sums
    if name == "softmax":
        return probabilities(sums)
    activated = []
    for z in sums:
        if name == "sigmoid":
            activated.append(squash(z))
        elif name == "tanh":
            activated.append(math.tanh(z))
        elif name == "relu":
            activated.append(z if z > 0 else 0.0)
        elif name == "leaky_relu":
            activated.append(z if z > 0 else 0.01 * z)
        elif name == "gelu":
            activated.append(0.5 * z * (1 + math.erf(z / 2**0.5)))
        else:
            raise ValueError(f"no activation named {name}")
    return activated


def for_each_sample(compute, x, outputs):
    """Apply `compute` to every row of x, or to x itself where it is a single sample."""
    if x.ndim == 1:
        return np.array(compute(x), dtype=x.dtype)
    answer = np.empty((len(x), outputs), dtype=x.dtype)
    for i, sample in enumerate(x):
        answer[i] = compute(sample)
    return answer


def linear(x, W, b):
    return for_each_sample(lambda sample: layer(sample, W, b), x, len(b))


def mlp_forward(x, layers, activations):
    def run(sample):
        values = list(sample)
        for index in range(len(layers)):
            W, b = layers[index]
            values = activate(activations[index], layer(values, W, b))
        return values

    return for_each_sample(run, x, len(layers[-1][1]))


def count_parameters(layers):
    count = 0
    for W, b in layers:
        for row in W:
            for _ in row:
                count += 1
        for _ in b:
            count += 1
    return count
