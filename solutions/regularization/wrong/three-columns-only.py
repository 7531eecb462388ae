# mistake: three-columns-only
# function: batch_norm
# fails: values
# diagnosed: none
import numpy as np


def batch_norm(x, gamma, beta, eps=1e-5):
    y = np.zeros_like(x)
    for j in range(3):
        column = x[:, j]
        y[:, j] = gamma[j] * (column - column.mean()) / np.sqrt(column.var() + eps) + beta[j]
    return y
