# mistake: sigmoid-approximation
# function: gelu
# fails: values
# diagnosed: NN222
import numpy as np


def gelu(x):
    x = x * 1.0
    return x / (1 + np.exp(-1.702 * x))
