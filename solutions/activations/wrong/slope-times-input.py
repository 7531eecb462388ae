# mistake: slope-times-input
# function: leaky_relu_grad
# fails: values
# diagnosed: NN173
import numpy as np


def leaky_relu_grad(x, alpha=0.01):
    x = x * 1.0
    return np.where(x > 0, np.ones_like(x), alpha * x)
