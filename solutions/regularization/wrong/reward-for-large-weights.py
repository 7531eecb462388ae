# mistake: reward-for-large-weights
# function: l2_penalty
# fails: values
# diagnosed: NN810
import numpy as np


def l2_penalty(w, lam):
    return -lam / 2 * np.sum(w * w)
