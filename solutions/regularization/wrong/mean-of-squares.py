# mistake: mean-of-squares
# function: l2_penalty
# fails: values
# diagnosed: NN802
import numpy as np


def l2_penalty(w, lam):
    return lam / 2 * np.mean(w**2) if w.size else 0.0
