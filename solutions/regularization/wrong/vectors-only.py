# mistake: vectors-only
# function: l2_penalty
# fails: values
# diagnosed: NN005
import numpy as np


def l2_penalty(w, lam):
    return lam / 2 * np.dot(w, w)
