# mistake: zero-below-the-diagonal
# function: softmax_jacobian
# fails: values
# diagnosed: none
import numpy as np


def softmax_jacobian(z):
    z = z * 1.0
    e = np.exp(z - z.max(initial=-np.inf))
    p = e / e.sum()
    k = len(p)
    jacobian = np.zeros((k, k), dtype=p.dtype)
    for i in range(k):
        for j in range(i, k):  # symmetric, so half of it is enough
            jacobian[i, j] = p[i] * (1 - p[i]) if i == j else -p[i] * p[j]
    return jacobian
