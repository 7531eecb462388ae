# mistake: penalty-per-row
# function: l2_penalty
# fails: values
# diagnosed: NN812
import numpy as np


def l2_penalty(w, lam):
    return lam / 2 * np.sum(w**2, axis=-1)
