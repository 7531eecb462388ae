# mistake: one-gradient-only
# function: prelu_grad
# fails: values
# diagnosed: none
import numpy as np


def prelu_grad(x, alpha):
    x = x * 1.0
    return np.where(x > 0, np.ones_like(x), np.full_like(x, alpha))
