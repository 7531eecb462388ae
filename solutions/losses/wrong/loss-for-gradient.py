# mistake: loss-for-gradient
# function: cross_entropy_grad
# fails: values
# diagnosed: NN720
import numpy as np


def cross_entropy_grad(p, y):
    return -y * np.log(p) / len(p)
