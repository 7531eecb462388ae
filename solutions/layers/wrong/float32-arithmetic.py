# mistake: float32-arithmetic
# function: linear
# fails: values
# diagnosed: none
# nncheck: layers
import numpy as np


def linear(x, W, b):
    return np.float32(x) @ np.float32(W).T + np.float32(b)
