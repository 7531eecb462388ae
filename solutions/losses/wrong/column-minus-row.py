# mistake: column-minus-row
# function: mse
# fails: values
# diagnosed: NN623
import numpy as np


def mse(p, y):
    # predictions come as a column, targets as a row
    return np.mean((p.reshape(-1, 1) - y.reshape(1, -1)) ** 2)
