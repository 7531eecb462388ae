# mistake: penalty-printed
# function: l2_penalty
# fails: values
# diagnosed: NN003
import numpy as np


def l2_penalty(w, lam):
    print("penalty", lam / 2 * np.sum(w**2))
