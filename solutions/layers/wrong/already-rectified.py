# mistake: already-rectified
# function: linear
# fails: values
# diagnosed: NN1110
# nncheck: layers
import numpy as np


def linear(x, W, b):
    return np.maximum(x @ W.T + b, 0)
