# mistake: mean-over-samples
# function: loss
# fails: values
# diagnosed: NN423
# nncheck: backprop
import numpy as np


def loss(a2, t):
    rows = np.atleast_2d(a2 - t)
    return 0.5 * np.sum(rows**2) / max(len(rows), 1)
