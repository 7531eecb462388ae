# mistake: gradient-in-whole-numbers
# function: l2_penalty_grad
# fails: dtype
# diagnosed: NN014
import numpy as np


def l2_penalty_grad(w, lam):
    g = np.zeros_like(w)
    g[...] = lam * w
    return g
