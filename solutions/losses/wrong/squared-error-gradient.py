# mistake: squared-error-gradient
# function: mae_grad
# fails: values
# diagnosed: NN611
import numpy as np


def mae_grad(p, y):
    return 2 * (p - y) / p.size
