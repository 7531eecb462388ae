# mistake: value-ignored
# function: constant
# fails: values
# diagnosed: NN1008
import numpy as np


def constant(shape, value):
    return np.ones(shape)
