# B23: overwrites its input and returns it, so that both are the same
# Without layers: fails
import numpy as np


def sigmoid(x):
    x[...] = 0.5
    return x


def tanh(x):
    return np.negative(x, out=x)


def relu(x):
    x.flags.writeable = False
    return x[::-1]
