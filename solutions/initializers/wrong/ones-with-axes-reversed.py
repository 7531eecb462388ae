# mistake: ones-with-axes-reversed
# function: ones
# fails: values
# diagnosed: NN1006
import numpy as np


def ones(shape):
    return np.ones(shape).T
