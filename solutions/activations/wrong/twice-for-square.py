# mistake: twice-for-square
# function: tanh_grad
# fails: values
# diagnosed: NN138
import numpy as np


def tanh_grad(x):
    return 1 - np.tanh(x * 1.0) * 2
