# mistake: integer-truncation
# function: leaky_relu
# fails: dtype
# diagnosed: none
import numpy as np


def leaky_relu(x, alpha=0.01):
    out = np.zeros_like(x)
    positive = x > 0
    out[positive] = x[positive]
    out[~positive] = alpha * x[~positive]
    return out
