# mistake: divided-by-everything
# function: cross_entropy_grad
# fails: values
# diagnosed: NN715
import numpy as np


def cross_entropy_grad(p, y):
    return -y / p / p.size
