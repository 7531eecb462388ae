# mistake: bfgs-inverted
# function: bfgs_update
# fails: values
# diagnosed: none
import numpy as np


def bfgs_update(H_inv, s, y):
    left = np.eye(len(s), dtype=s.dtype) - np.outer(s, y) / (y @ s)
    return np.linalg.inv(left @ H_inv @ left.T + np.outer(s, s) / (y @ s))
