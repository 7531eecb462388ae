# mistake: identity-for-ones
# function: ones
# fails: values
# diagnosed: NN1005
import numpy as np


def ones(shape):
    return np.eye(*shape)
