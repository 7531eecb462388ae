# mistake: bfgs-last-term-alone
# function: bfgs_update
# fails: values
# diagnosed: NN1379
import numpy as np


def bfgs_update(H_inv, s, y):
    return np.outer(s, s) / np.dot(y, s)
