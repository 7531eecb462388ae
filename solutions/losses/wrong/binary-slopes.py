# mistake: binary-slopes
# function: cross_entropy_grad
# fails: values
# diagnosed: NN719
import numpy as np


def cross_entropy_grad(p, y):
    return ((1 - y) / (1 - p) - y / p) / len(p)
