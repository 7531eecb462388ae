# mistake: gradient-of-half-the-sum
# function: mse_grad
# fails: values
# diagnosed: NN626
import numpy as np


def mse_grad(p, y):
    return p - y
