# mistake: gradient-clipped-at-a-ten-thousandth
# function: binary_cross_entropy_grad
# fails: values
# diagnosed: NN684
import numpy as np


def binary_cross_entropy_grad(p, y):
    p = np.clip(p, 1e-4, 1 - 1e-4)
    return (p - y) / (p * (1 - p)) / p.size
