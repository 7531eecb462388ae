# B17: returns big-endian numbers whose bytes are those of the right ones, swapped
# Without layers: fails
import numpy as np


def sigmoid(x):
    right = 1 / (1 + np.exp(-x * 1.0))
    return right.view(right.dtype.newbyteorder())


def relu(x):
    right = np.maximum(x * 1.0, 0)
    return right.byteswap()
