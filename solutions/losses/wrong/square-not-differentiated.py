# mistake: square-not-differentiated
# function: mse_grad
# fails: values
# diagnosed: NN630
import numpy as np


def mse_grad(p, y):
    return (p - y) ** 2 / p.size
