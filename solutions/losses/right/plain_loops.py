"""One number after the other, with the math module."""

import math

import numpy as np


def pairs(p, y):
    return [(float(a), float(b)) for a, b in zip(p.ravel(), y.ravel(), strict=True)]


def each(function, p, y):
    """The array of function(a, b) over all entries."""
    result = np.empty(p.shape, dtype=p.dtype)
    for index in np.ndindex(p.shape):
        result[index] = function(float(p[index]), float(y[index]))
    return result


def minus_log(p):
    return -math.log(p) if p > 0 else math.inf


def mae(p, y):
    return math.fsum(abs(a - b) for a, b in pairs(p, y)) / p.size


def mae_grad(p, y):
    def slope(a, b):
        if a == b:
            return 0.0
        return (1 if a > b else -1) / p.size

    return each(slope, p, y)


def mse(p, y):
    total = 0.0
    for a, b in pairs(p, y):
        total += (a - b) ** 2
    return total / p.size


def mse_grad(p, y):
    return each(lambda a, b: 2 * (a - b) / p.size, p, y)


def half_sse(p, y):
    return sum((a - b) ** 2 / 2 for a, b in pairs(p, y))


def half_sse_grad(p, y):
    return each(lambda a, b: a - b, p, y)


def binary_cross_entropy(p, y):
    losses = [minus_log(a) if b == 1 else minus_log(1 - a) for a, b in pairs(p, y)]
    return sum(losses) / len(losses)


def binary_cross_entropy_grad(p, y):
    return each(lambda a, b: (-1 / a if b == 1 else 1 / (1 - a)) / p.size, p, y)


def cross_entropy(p, y):
    total = 0.0
    for row, target in zip(p.tolist(), y.tolist(), strict=True):
        total += minus_log(row[target.index(1.0)])
    return total / len(p)


def cross_entropy_grad(p, y):
    return each(lambda a, b: -1 / a / len(p) if b == 1 else 0.0, p, y)


def softplus(z):
    return max(z, 0.0) + math.log1p(math.exp(-abs(z)))


def bce_with_logits(z, y):
    return math.fsum(softplus(-a if b == 1 else a) for a, b in pairs(z, y)) / z.size


def squashed(z):
    if z >= 0:
        return 1 / (1 + math.exp(-z))
    return math.exp(z) / (1 + math.exp(z))


def bce_with_logits_grad(z, y):
    return each(lambda a, b: (squashed(a) - b) / z.size, z, y)


def log_sum_exp(row):
    biggest = max(row)
    return biggest + math.log(math.fsum(math.exp(v - biggest) for v in row))


def softmax_cross_entropy(z, y):
    losses = [
        log_sum_exp(row) - row[target.index(1.0)]
        for row, target in zip(z.tolist(), y.tolist(), strict=True)
    ]
    return math.fsum(losses) / len(losses)


def softmax_cross_entropy_grad(z, y):
    gradient = np.empty_like(z)
    for i, row in enumerate(z.tolist()):
        total = log_sum_exp(row)
        for j, v in enumerate(row):
            gradient[i, j] = (math.exp(v - total) - y[i, j]) / len(z)
    return gradient
