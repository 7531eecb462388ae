# mistake: sign-for-step
# function: relu_grad
# fails: values
# diagnosed: NN155
import numpy as np


def relu_grad(x):
    return np.sign(x * 1.0)
