# mistake: value-on-the-diagonal
# function: constant
# fails: values
# diagnosed: NN1009
import numpy as np


def constant(shape, value):
    return value * np.eye(*shape)
