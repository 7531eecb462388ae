# mistake: bfgs-in-place
# function: bfgs_update
# fails: unchanged_inputs
# diagnosed: NN011
import numpy as np


def bfgs_update(H_inv, s, y):
    rho = 1 / (y @ s)
    Hy = H_inv @ y
    H_inv += (1 + rho * (y @ Hy)) * rho * np.outer(s, s)
    H_inv -= rho * (np.outer(Hy, s) + np.outer(s, Hy))
    return H_inv
