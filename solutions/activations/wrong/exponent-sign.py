# mistake: exponent-sign
# function: sigmoid
# fails: values
# diagnosed: NN101
import numpy as np


def sigmoid(x):
    """1 over 1 plus e to the x."""
    return 1 / (1 + np.exp(x * 1.0))
