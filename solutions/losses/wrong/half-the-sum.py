# mistake: half-the-sum
# function: mse
# fails: values
# diagnosed: NN617
import numpy as np


def mse(p, y):
    return 0.5 * np.sum((p - y) ** 2)
