# mistake: square-of-the-mean
# function: mse
# fails: values
# diagnosed: NN621
import numpy as np


def mse(p, y):
    return np.mean(p - y) ** 2
