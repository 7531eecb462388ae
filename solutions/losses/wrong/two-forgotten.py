# mistake: two-forgotten
# function: mse_grad
# fails: values
# diagnosed: NN624
import numpy as np


def mse_grad(p, y):
    return (p - y) / p.size
