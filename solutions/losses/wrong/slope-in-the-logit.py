# mistake: slope-in-the-logit
# function: binary_cross_entropy_grad
# fails: values
# diagnosed: NN661
import numpy as np


def binary_cross_entropy_grad(p, y):
    return (p - y) / p.size
