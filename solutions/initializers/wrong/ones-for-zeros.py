# mistake: ones-for-zeros
# function: zeros
# fails: values
# diagnosed: NN1001
import numpy as np


def zeros(shape):
    return np.ones(shape)
