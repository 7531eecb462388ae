# mistake: zeros-in-one-row
# function: zeros
# fails: values
# diagnosed: NN1003
import numpy as np


def zeros(shape):
    return np.zeros(int(np.prod(shape)))
