"""Rows are lists of numbers, sums are loops."""

import math

import numpy as np


def float_type(z):
    return z.dtype if z.dtype.kind == "f" else np.dtype(float)


def exponentials(row):
    biggest = max(row)
    return [math.exp(v - biggest) for v in row]


def softmax_row(row):
    if not row:
        return []
    powers = exponentials(row)
    total = math.fsum(powers)
    return [power / total for power in powers]


def log_softmax_row(row):
    if not row:
        return []
    biggest = max(row)
    log_total = math.log(math.fsum(exponentials(row)))
    return [(v - biggest) - log_total for v in row]


def row_by_row(function, z):
    result = np.empty(z.shape, dtype=float_type(z))
    for index in np.ndindex(z.shape[:-1]):
        result[index] = function([float(v) for v in z[index]])
    return result


def softmax(z):
    return row_by_row(softmax_row, z)


def log_softmax(z):
    return row_by_row(log_softmax_row, z)


def softmax_jacobian(z):
    p = softmax_row([float(v) for v in z])
    k = len(p)
    jacobian = np.zeros((k, k), dtype=float_type(z))
    for i in range(k):
        for j in range(k):
            if i == j:
                jacobian[i, j] = p[i] * (1 - p[i])
            else:
                jacobian[i, j] = -p[i] * p[j]
    return jacobian
