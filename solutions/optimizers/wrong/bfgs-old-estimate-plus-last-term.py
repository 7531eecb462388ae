# mistake: bfgs-old-estimate-plus-last-term
# function: bfgs_update
# fails: values
# diagnosed: NN1380
import numpy as np


def bfgs_update(H_inv, s, y):
    return H_inv + np.outer(s, s) / np.dot(y, s)
