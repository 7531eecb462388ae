# mistake: absolute-errors-added
# function: mae
# fails: values
# diagnosed: NN601
import numpy as np


def mae(p, y):
    return np.sum(np.abs(p - y))
