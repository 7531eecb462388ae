# mistake: bfgs-last-term-forgotten
# function: bfgs_update
# fails: values
# diagnosed: NN1365
import numpy as np


def bfgs_update(H_inv, s, y):
    V = np.eye(len(s), dtype=s.dtype) - np.outer(y, s) / (y @ s)
    return V.T @ H_inv @ V
