# mistake: alpha-gradient-everywhere
# function: prelu_grad
# fails: values
# diagnosed: NN215
import numpy as np


def prelu_grad(x, alpha):
    # d(alpha * x)/d alpha = x
    x = x * 1.0
    by_x = np.where(x > 0, np.ones_like(x), np.full_like(x, alpha))
    return by_x, x
