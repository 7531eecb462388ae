# mistake: log-losses-not-averaged
# function: binary_cross_entropy_grad
# fails: values
# diagnosed: NN659
import numpy as np


def binary_cross_entropy_grad(p, y):
    return (p - y) / (p * (1 - p))
