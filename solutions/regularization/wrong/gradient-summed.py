# mistake: gradient-summed
# function: l2_penalty_grad
# fails: values
# diagnosed: none
import numpy as np


def l2_penalty_grad(w, lam):
    return lam * np.sum(w)
