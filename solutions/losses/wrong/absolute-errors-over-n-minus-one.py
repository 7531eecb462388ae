# mistake: absolute-errors-over-n-minus-one
# function: mae
# fails: values
# diagnosed: NN614
import numpy as np


def mae(p, y):
    return np.sum(np.abs(p - y)) / max(p.size - 1, 1)
