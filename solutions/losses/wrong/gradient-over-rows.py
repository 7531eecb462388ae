# mistake: gradient-over-rows
# function: mse_grad
# fails: values
# diagnosed: NN628
import numpy as np


def mse_grad(p, y):
    return 2 * (p - y) / (len(p) if p.ndim else 1)
