# mistake: nonzero-counted
# function: count_parameters
# fails: worked
# diagnosed: none
# nncheck: layers
import numpy as np


def count_parameters(layers):
    return int(sum(np.count_nonzero(W) + np.count_nonzero(b) for W, b in layers))
