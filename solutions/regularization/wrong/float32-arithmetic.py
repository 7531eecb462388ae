# mistake: float32-arithmetic
# function: batch_norm
# fails: values
# diagnosed: none
import numpy as np


def batch_norm(x, gamma, beta, eps=1e-5):
    y = x.astype(np.float32)
    y = (y - y.mean(axis=0)) / np.sqrt(y.var(axis=0) + np.float32(eps))
    return (gamma * y + beta).astype(x.dtype)
