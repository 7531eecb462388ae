# mistake: lam-squared
# function: l2_penalty
# fails: values
# diagnosed: NN808
import numpy as np


def l2_penalty(w, lam):
    lam = lam**2
    return lam / 2 * np.sum(w**2)
