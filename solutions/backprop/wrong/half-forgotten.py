# mistake: half-forgotten
# function: loss
# fails: values
# diagnosed: NN421
# nncheck: backprop
import numpy as np


def loss(a2, t):
    return np.sum((a2 - t) ** 2)
