# mistake: slopes-over-rows
# function: binary_cross_entropy_grad
# fails: values
# diagnosed: NN666
import numpy as np


def binary_cross_entropy_grad(p, y):
    return -(y / p - (1 - y) / (1 - p)) / len(np.atleast_1d(p))
