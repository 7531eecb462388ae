# mistake: the-whole-norm
# function: l2_penalty
# fails: values
# diagnosed: NN804
import numpy as np


def l2_penalty(w, lam):
    return lam * np.linalg.norm(w)
