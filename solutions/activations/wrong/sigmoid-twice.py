# mistake: sigmoid-twice
# function: sigmoid_grad
# fails: values
# diagnosed: NN112
import numpy as np


def f(x):
    return 1 / (1 + np.exp(-x))


def sigmoid_grad(x):
    a = f(x * 1.0)
    return f(a) * (1 - f(a))
