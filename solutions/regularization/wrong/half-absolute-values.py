# mistake: half-absolute-values
# function: l2_penalty
# fails: values
# diagnosed: NN806
import numpy as np


def l2_penalty(w, lam):
    return 0.5 * lam * np.sum(np.abs(w))
