# mistake: batches-only
# function: linear
# fails: values
# diagnosed: none
# nncheck: layers
import numpy as np


def linear(x, W, b):
    return np.array([W @ row + b for row in x]).reshape(x.shape[0], b.shape[0])
