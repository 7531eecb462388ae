# mistake: probability-forgotten
# function: cross_entropy_grad
# fails: values
# diagnosed: NN721
import numpy as np


def cross_entropy_grad(p, y):
    return -y / len(p)
