# mistake: bfgs-first-estimate-kept
# function: bfgs_update
# fails: values
# diagnosed: none
import numpy as np


first = {}


def bfgs_update(H_inv, s, y):
    H_inv = first.setdefault(len(s), H_inv.copy())
    left = np.eye(len(s), dtype=s.dtype) - np.outer(s, y) / (y @ s)
    return left @ H_inv @ left.T + np.outer(s, s) / (y @ s)
