# mistake: column-vectors-only
# function: mse_grad
# fails: values
# diagnosed: none
import numpy as np


def mse_grad(p, y):
    n, d = p.shape
    return 2 * (p - y) / (n * d)
