# mistake: error-in-place
# function: loss
# fails: unchanged_inputs
# diagnosed: none
# nncheck: backprop
import numpy as np


def loss(a2, t):
    a2 -= t
    a2 *= a2
    return 0.5 * np.sum(a2)
