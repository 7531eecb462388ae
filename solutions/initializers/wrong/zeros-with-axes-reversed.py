# mistake: zeros-with-axes-reversed
# function: zeros
# fails: values
# diagnosed: NN1002
import numpy as np


def zeros(shape):
    return np.zeros(tuple(reversed(shape)))
