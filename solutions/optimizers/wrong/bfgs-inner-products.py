# mistake: bfgs-inner-products
# function: bfgs_update
# fails: values
# diagnosed: NN1381
import numpy as np


def bfgs_update(H_inv, s, y):
    rho = 1 / (y @ s)
    I = np.eye(len(s), dtype=s.dtype)
    left = I - rho * s @ y.T
    right = I - rho * y @ s.T
    return left @ H_inv @ right + rho * s @ s.T
