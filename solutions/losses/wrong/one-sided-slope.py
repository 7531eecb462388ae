# mistake: one-sided-slope
# function: binary_cross_entropy_grad
# fails: values
# diagnosed: NN662
import numpy as np


def binary_cross_entropy_grad(p, y):
    return -y / p / p.size
