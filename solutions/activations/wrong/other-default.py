# mistake: other-default
# function: leaky_relu
# fails: defaults
# diagnosed: none
import numpy as np


def leaky_relu(x, alpha=0.1):
    x = x * 1.0
    return np.where(x < 0, alpha * x, x)
