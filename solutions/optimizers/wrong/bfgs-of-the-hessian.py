# mistake: bfgs-of-the-hessian
# function: bfgs_update
# fails: values
# diagnosed: NN1363
import numpy as np


def bfgs_update(H_inv, s, y):
    Bs = H_inv @ s
    return H_inv + np.outer(y, y) / (y @ s) - np.outer(Bs, Bs) / (s @ Bs)
