# mistake: always-float64
# function: linear
# fails: dtype
# diagnosed: NN016
# nncheck: layers
import numpy as np


def linear(x, W, b):
    return np.float64(x) @ np.float64(W).T + b
