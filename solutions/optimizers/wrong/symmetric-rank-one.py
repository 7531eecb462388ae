# mistake: symmetric-rank-one
# function: bfgs_update
# fails: values
# diagnosed: NN1362
import numpy as np


def bfgs_update(H_inv, s, y):
    r = s - H_inv @ y
    return H_inv + np.outer(r, r) / (r @ y)
