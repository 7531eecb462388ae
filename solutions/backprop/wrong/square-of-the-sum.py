# mistake: square-of-the-sum
# function: loss
# fails: values
# diagnosed: none
# nncheck: backprop
import numpy as np


def loss(a2, t):
    return 0.5 * np.sum(a2 - t) ** 2
