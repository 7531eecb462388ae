# mistake: sigmoid-slope
# function: tanh_grad
# fails: values
# diagnosed: NN131
import numpy as np


def tanh_grad(x):
    a = np.tanh(x * 1.0)
    return a * (1 - a)
