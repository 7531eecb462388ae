# mistake: all-classes
# function: cross_entropy_grad
# fails: values
# diagnosed: NN718
import numpy as np


def cross_entropy_grad(p, y):
    return -1 / p / len(p)
