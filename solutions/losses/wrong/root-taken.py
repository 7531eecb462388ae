# mistake: root-taken
# function: mse
# fails: values
# diagnosed: NN620
import numpy as np


def mse(p, y):
    return np.sqrt(np.mean((p - y) ** 2))
