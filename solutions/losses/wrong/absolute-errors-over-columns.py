# mistake: absolute-errors-over-columns
# function: mae
# fails: values
# diagnosed: NN607
import numpy as np


def mae(p, y):
    columns = np.atleast_1d(p).shape[-1]
    return np.sum(np.abs(p - y)) / columns
