# mistake: samples-in-columns
# function: linear
# fails: values
# diagnosed: NN1108
# nncheck: layers
import numpy as np


def linear(x, W, b):
    columns = np.dot(W, x.T)
    return columns + (b if x.ndim == 1 else b[:, None])
