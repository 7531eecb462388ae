# mistake: gradient-always-float64
# function: l2_penalty_grad
# fails: dtype
# diagnosed: NN016
import numpy as np


def l2_penalty_grad(w, lam):
    return np.asarray(lam * w, dtype=np.float64)
