# mistake: already-activated
# function: linear
# fails: values
# diagnosed: NN1109
# nncheck: layers
import numpy as np


def linear(x, W, b):
    return 1 / (1 + np.exp(-(x @ W.T + b)))
