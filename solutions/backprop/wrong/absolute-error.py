# mistake: absolute-error
# function: loss
# fails: values
# diagnosed: NN426
# nncheck: backprop
import numpy as np


def loss(a2, t):
    return 0.5 * np.abs(a2 - t).sum()
