# mistake: slope-one
# function: mae_grad
# fails: values
# diagnosed: NN613
import numpy as np


def mae_grad(p, y):
    return np.ones_like(p) / p.size
