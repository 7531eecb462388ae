# mistake: bfgs-y-in-the-last-term
# function: bfgs_update
# fails: values
# diagnosed: NN1367
import numpy as np


def bfgs_update(H_inv, s, y):
    I = np.eye(len(s), dtype=s.dtype)
    rho = 1 / (y @ s)
    left = I - rho * np.outer(s, y)
    right = left.T
    return left @ H_inv @ right + rho * np.outer(y, y)
