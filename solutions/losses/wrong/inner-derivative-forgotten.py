# mistake: inner-derivative-forgotten
# function: binary_cross_entropy_grad
# fails: values
# diagnosed: NN663
import numpy as np


def binary_cross_entropy_grad(p, y):
    return -(y / p + (1 - y) / (1 - p)) / p.size
