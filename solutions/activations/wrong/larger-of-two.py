# mistake: larger-of-two
# function: prelu
# fails: values
# diagnosed: NN201
import numpy as np


def prelu(x, alpha):
    x = x * 1.0
    return np.maximum(x, alpha * x)
