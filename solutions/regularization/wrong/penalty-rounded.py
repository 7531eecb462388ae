# mistake: penalty-rounded
# function: l2_penalty
# fails: values
# diagnosed: none
import numpy as np


def l2_penalty(w, lam):
    return round(float(lam / 2 * np.sum(w**2)), 4)
