# mistake: matrix-class
# function: linear
# fails: values
# diagnosed: none
# nncheck: layers
import numpy as np


def linear(x, W, b):
    W = np.asmatrix(W)
    return x @ W.T + b
