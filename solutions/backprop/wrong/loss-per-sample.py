# mistake: loss-per-sample
# function: loss
# fails: values
# diagnosed: NN429
# nncheck: backprop
import numpy as np


def loss(a2, t):
    return 0.5 * np.sum((a2 - t) ** 2, axis=-1)
