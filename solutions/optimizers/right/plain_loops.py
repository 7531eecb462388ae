"""One weight after the other; the state is a flat list of Python numbers."""

import math

import numpy as np


def numbers(array):
    return [float(each) for each in np.ravel(array)]


def like(w, values):
    return np.array(values, dtype=w.dtype).reshape(w.shape)


def sgd(w, g, state, lr):
    return like(w, [a - lr * b for a, b in zip(numbers(w), numbers(g))]), None


def momentum(w, g, state, lr, beta=0.9):
    speeds = state or [0.0] * w.size
    new = []
    for i, (weight, slope) in enumerate(zip(numbers(w), numbers(g))):
        speeds[i] = beta * speeds[i] + slope
        new.append(weight - lr * speeds[i])
    return like(w, new), speeds


def adagrad(w, g, state, lr, eps=1e-10):
    sums = state or [0.0] * w.size
    new = []
    for i, (weight, slope) in enumerate(zip(numbers(w), numbers(g))):
        sums[i] += slope * slope
        new.append(weight - lr * slope / (math.sqrt(sums[i]) + eps))
    return like(w, new), sums


def rmsprop(w, g, state, lr, alpha=0.99, eps=1e-8):
    averages = state or [0.0] * w.size
    new = []
    for i, (weight, slope) in enumerate(zip(numbers(w), numbers(g))):
        averages[i] = alpha * averages[i] + (1 - alpha) * slope * slope
        new.append(weight - lr * slope / (math.sqrt(averages[i]) + eps))
    return like(w, new), averages


def adam(w, g, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    means, squares, t = state or ([0.0] * w.size, [0.0] * w.size, 0)
    t += 1
    new = []
    for i, (weight, slope) in enumerate(zip(numbers(w), numbers(g))):
        means[i] = beta1 * means[i] + (1 - beta1) * slope
        squares[i] = beta2 * squares[i] + (1 - beta2) * slope * slope
        mean = means[i] / (1 - beta1**t)
        square = squares[i] / (1 - beta2**t)
        new.append(weight - lr * mean / (math.sqrt(square) + eps))
    return like(w, new), (means, squares, t)


def solved(matrix, side):
    """Gauss's elimination, with the largest pivot of each column."""
    n = len(side)
    rows = [[float(matrix[i, j]) for j in range(n)] + [float(side[i])] for i in range(n)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for j in range(i + 1, n):
            factor = rows[j][i] / rows[i][i]
            for k in range(i, n + 1):
                rows[j][k] -= factor * rows[i][k]
    found = [0.0] * n
    for i in range(n - 1, -1, -1):
        rest = sum(rows[i][k] * found[k] for k in range(i + 1, n))
        found[i] = (rows[i][n] - rest) / rows[i][i]
    return found


def newton(w, g, H):
    return like(w, [a - b for a, b in zip(numbers(w), solved(H, g))])


def bfgs_update(H_inv, s, y):
    n = len(s)
    curvature = sum(float(y[i]) * float(s[i]) for i in range(n))
    turned = [sum(float(H_inv[i, j]) * float(y[j]) for j in range(n)) for i in range(n)]
    bend = sum(float(y[i]) * turned[i] for i in range(n))
    new = np.zeros((n, n), dtype=H_inv.dtype)
    for i in range(n):
        for j in range(n):
            along = (1 + bend / curvature) * float(s[i]) * float(s[j]) / curvature
            across = (turned[i] * float(s[j]) + float(s[i]) * turned[j]) / curvature
            new[i, j] = float(H_inv[i, j]) + along - across
    return new
