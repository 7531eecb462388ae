# mistake: alpha-not-learned
# function: prelu_grad
# fails: values
# diagnosed: NN211
import numpy as np


def prelu_grad(x, alpha):
    x = x * 1.0
    by_x = np.where(x > 0, np.ones_like(x), np.full_like(x, alpha))
    return by_x, np.zeros_like(x)
