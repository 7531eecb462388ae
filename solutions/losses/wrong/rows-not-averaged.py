# mistake: rows-not-averaged
# function: cross_entropy_grad
# fails: values
# diagnosed: NN714
import numpy as np


def cross_entropy_grad(p, y):
    return -y / p
