# mistake: zeros-for-ones
# function: ones
# fails: values
# diagnosed: NN1004
import numpy as np


def ones(shape):
    weights = np.empty(shape)
    weights.fill(0)
    return weights
