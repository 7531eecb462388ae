# mistake: integer-signs
# function: binary_cross_entropy_grad
# fails: dtype
# diagnosed: none
import numpy as np


def binary_cross_entropy_grad(p, y):
    right = np.where(y == 1, p, 1 - p)
    return np.where(y == 1, -1, 1) / right / p.size
