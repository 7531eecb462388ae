# B23: gives its input another shape and type in place
# Without layers: fails
import numpy as np


def sigmoid(x):
    x.resize((x.size * 2,), refcheck=False)
    return x


def tanh(x):
    x.dtype = np.uint8
    return x


def relu(x):
    x.shape = (1, *x.shape, 1)
    x.strides = (0,) * x.ndim
    return x
