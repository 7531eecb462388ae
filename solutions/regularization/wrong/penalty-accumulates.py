# mistake: penalty-accumulates
# function: l2_penalty
# fails: repeatable
# diagnosed: NN012
import numpy as np

total = 0.0


def l2_penalty(w, lam):
    global total
    total = total + lam / 2 * float(np.sum(w**2))
    return total
