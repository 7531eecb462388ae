# mistake: rising-gradient
# function: cross_entropy_grad
# fails: values
# diagnosed: NN716
import numpy as np


def cross_entropy_grad(p, y):
    return y / p / len(p)
