# mistake: huber
# function: loss
# fails: values
# diagnosed: NN433
# nncheck: backprop
import numpy as np


def loss(a2, t):
    d = np.abs(a2 - t)
    return np.sum(np.where(d <= 1, 0.5 * d**2, d - 0.5))
