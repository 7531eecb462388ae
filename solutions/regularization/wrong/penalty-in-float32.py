# mistake: penalty-in-float32
# function: l2_penalty
# fails: values
# diagnosed: none
import numpy as np


def l2_penalty(w, lam):
    w = w.astype(np.float32)
    return float(lam / 2 * np.sum(w**2))
