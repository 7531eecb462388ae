# mistake: absolute-values
# function: l2_penalty
# fails: values
# diagnosed: NN805
import numpy as np


def l2_penalty(w, lam):
    return lam * np.abs(w).sum()
