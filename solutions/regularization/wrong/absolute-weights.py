# mistake: absolute-weights
# function: l2_penalty_grad
# fails: values
# diagnosed: NN829
import numpy as np


def l2_penalty_grad(w, lam):
    return lam * np.abs(w)
