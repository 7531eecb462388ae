# mistake: value-for-slope
# function: relu_grad
# fails: values
# diagnosed: NN151
import numpy as np


def relu_grad(x):
    # the derivative of max(0, x) is max(0, x) where x > 0 and 0 elsewhere
    return np.maximum(x * 1.0, 0)
