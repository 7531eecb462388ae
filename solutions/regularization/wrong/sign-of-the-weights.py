# mistake: sign-of-the-weights
# function: l2_penalty_grad
# fails: values
# diagnosed: NN823
import numpy as np


def l2_penalty_grad(w, lam):
    return lam * np.sign(w)
