# mistake: distance-for-difference
# function: mse_grad
# fails: values
# diagnosed: NN629
import numpy as np


def mse_grad(p, y):
    return 2 * np.abs(p - y) / p.size
