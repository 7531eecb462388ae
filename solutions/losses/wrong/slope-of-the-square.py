# mistake: slope-of-the-square
# function: binary_cross_entropy_grad
# fails: values
# diagnosed: NN665
import numpy as np


def binary_cross_entropy_grad(p, y):
    return 2 * (p - y) / p.size
