# mistake: square-of-the-sum
# function: l2_penalty
# fails: values
# diagnosed: NN809
import numpy as np


def l2_penalty(w, lam):
    return lam / 2 * np.sum(w) ** 2
