# mistake: absolute-errors-over-rows
# function: mae
# fails: values
# diagnosed: NN604
import numpy as np


def mae(p, y):
    return np.sum(np.abs(p - y)) / (len(p) if p.ndim else 1)
