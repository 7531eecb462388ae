# mistake: bfgs-left-factor-only
# function: bfgs_update
# fails: values
# diagnosed: NN1369
import numpy as np


def bfgs_update(H_inv, s, y):
    I = np.eye(len(s), dtype=s.dtype)
    rho = 1 / (y @ s)
    left = I - rho * np.outer(s, y)
    right = I
    return left @ H_inv @ right + rho * np.outer(s, s)
