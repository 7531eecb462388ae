# mistake: absolute-alpha
# function: prelu
# fails: values
# diagnosed: NN205
import numpy as np


def prelu(x, alpha):
    x = x * 1.0
    return np.where(x < 0, abs(alpha) * x, x)
