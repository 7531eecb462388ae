# mistake: slope-plus
# function: sigmoid_grad
# fails: values
# diagnosed: NN113
import numpy as np


def logistic(x):
    return 1 / (1 + np.exp(-x))


def sigmoid_grad(x):
    f = logistic(x * 1.0)
    return f * (1 + f)
