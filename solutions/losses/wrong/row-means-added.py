# mistake: row-means-added
# function: mse
# fails: values
# diagnosed: NN631
import numpy as np


def mse(p, y):
    # the mean of every row, added up
    return np.sum(np.mean((p - y) ** 2, axis=-1 if p.ndim else None))
