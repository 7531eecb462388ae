# Lists and math.exp, one row after the other: math.exp(710) raises OverflowError.
import math

import numpy as np


def softmax_of_list(row):
    powers = [math.exp(v) for v in row]
    return [p / sum(powers) for p in powers]


def softmax(z):
    rows = [softmax_of_list(row) for row in z.reshape(-1, max(z.shape[-1], 1)).tolist()]
    dtype = z.dtype if z.dtype.kind == "f" else np.float64
    return np.array(rows, dtype=dtype).reshape(z.shape)


def softmax_jacobian(z):
    p = softmax(z)
    k = len(p)
    jacobian = np.zeros((k, k), dtype=p.dtype)
    for i in range(k):
        for j in range(k):
            jacobian[i, j] = p[i] * ((i == j) - p[j])
    return jacobian
