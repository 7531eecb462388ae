# mistake: norm-not-squared
# function: l2_penalty
# fails: values
# diagnosed: NN804
import numpy as np


def l2_penalty(w, lam):
    return lam / 2 * np.linalg.norm(w.ravel())
