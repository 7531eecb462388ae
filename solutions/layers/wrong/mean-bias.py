# mistake: mean-bias
# function: linear
# fails: values
# diagnosed: NN1113
# nncheck: layers
import numpy as np


def linear(x, W, b):
    return x @ W.T + np.mean(b)
