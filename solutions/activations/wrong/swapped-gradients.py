# mistake: swapped-gradients
# function: prelu_grad
# fails: values
# diagnosed: NN213
import numpy as np


def prelu_grad(x, alpha):
    x = x * 1.0
    by_alpha = np.minimum(x, 0)
    by_x = np.where(x > 0, np.ones_like(x), np.full_like(x, alpha))
    return by_alpha, by_x
