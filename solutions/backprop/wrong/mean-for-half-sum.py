# mistake: mean-for-half-sum
# function: loss
# fails: values
# diagnosed: NN422
# nncheck: backprop
import numpy as np


def loss(a2, t):
    return np.mean((a2 - t) ** 2)
