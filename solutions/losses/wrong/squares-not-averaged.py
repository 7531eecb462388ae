# mistake: squares-not-averaged
# function: mse_grad
# fails: values
# diagnosed: NN625
import numpy as np


def mse_grad(p, y):
    return 2 * (p - y)
