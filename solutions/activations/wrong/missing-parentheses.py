# mistake: missing-parentheses
# function: sigmoid
# fails: values
# diagnosed: NN103
import numpy as np


def sigmoid(x):
    x = x * 1.0
    return 1 / 1 + np.exp(-x)
