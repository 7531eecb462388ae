# mistake: errors-cancel
# function: mae
# fails: values
# diagnosed: NN603
import numpy as np


def mae(p, y):
    return np.mean(p - y)
