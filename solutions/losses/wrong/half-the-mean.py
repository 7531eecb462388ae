# mistake: half-the-mean
# function: mse
# fails: values
# diagnosed: NN616
import numpy as np


def mse(p, y):
    return 0.5 * np.mean((p - y) ** 2)
