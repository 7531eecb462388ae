# mistake: half-forgotten
# function: l2_penalty
# fails: values
# diagnosed: NN801
import numpy as np


def l2_penalty(w, lam):
    return lam * np.sum(w**2)
