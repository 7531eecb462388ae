# mistake: subtracts-in-place
# function: mse_grad
# fails: unchanged_inputs
# diagnosed: none
import numpy as np


def mse_grad(p, y):
    p -= y
    p *= 2 / max(p.size, 1)
    return p.copy()
