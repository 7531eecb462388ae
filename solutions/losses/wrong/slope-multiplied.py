# mistake: slope-multiplied
# function: binary_cross_entropy_grad
# fails: values
# diagnosed: NN664
import numpy as np


def binary_cross_entropy_grad(p, y):
    return (p - y) * p * (1 - p) / p.size
