# mistake: mean-without-half
# function: l2_penalty
# fails: values
# diagnosed: NN803
import numpy as np


def l2_penalty(w, lam):
    m = w.size
    return lam / m * np.sum(np.square(w)) if m else 0.0
