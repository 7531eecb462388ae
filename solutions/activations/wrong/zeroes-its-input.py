# mistake: zeroes-its-input
# function: prelu_grad
# fails: unchanged_inputs
# diagnosed: none
import numpy as np


def prelu_grad(x, alpha):
    x = x if x.dtype.kind == "f" else x.astype(np.float64)
    by_x = np.where(x > 0, np.ones_like(x), np.full_like(x, alpha))
    x[x > 0] = 0
    return by_x, x
