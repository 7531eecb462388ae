# mistake: alpha-not-multiplied
# function: leaky_relu
# fails: values
# diagnosed: NN163
import numpy as np


def leaky_relu(x, alpha=0.01):
    x = x * 1.0
    return np.maximum(x, alpha).astype(x.dtype)
