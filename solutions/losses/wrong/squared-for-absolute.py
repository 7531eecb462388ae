# mistake: squared-for-absolute
# function: mae
# fails: values
# diagnosed: NN602
import numpy as np


def mae(p, y):
    return np.mean((p - y) ** 2)
