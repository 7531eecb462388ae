# mistake: integer-ones
# function: identity_grad
# fails: dtype
# diagnosed: none
import numpy as np


def identity_grad(x):
    return np.ones_like(x)
