# mistake: swapped-branches
# function: leaky_relu
# fails: values
# diagnosed: NN161
import numpy as np


def leaky_relu(x, alpha=0.01):
    x = x * 1.0
    return np.where(x < 0, x, alpha * x)
