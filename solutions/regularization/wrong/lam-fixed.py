# mistake: lam-fixed
# function: l2_penalty
# fails: values
# diagnosed: none
import numpy as np


def l2_penalty(w, lam):
    weight_decay = 0.01
    return weight_decay / 2 * np.sum(w**2)
