# mistake: davidon-fletcher-powell
# function: bfgs_update
# fails: values
# diagnosed: NN1361
import numpy as np


def bfgs_update(H_inv, s, y):
    Hy = H_inv @ y
    return H_inv + np.outer(s, s) / (s @ y) - np.outer(Hy, Hy) / (y @ Hy)
