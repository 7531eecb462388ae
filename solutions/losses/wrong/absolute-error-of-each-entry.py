# mistake: absolute-error-of-each-entry
# function: mae
# fails: values
# diagnosed: NN605
import numpy as np


def mae(p, y):
    return np.abs(p - y)
