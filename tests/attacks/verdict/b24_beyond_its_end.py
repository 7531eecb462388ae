# B24: returns a view of memory beyond its array
# Without layers: fails
import numpy as np


def sigmoid(x):
    return np.lib.stride_tricks.as_strided(np.zeros(1), x.shape, (8,) * x.ndim)


def tanh(x):
    return np.lib.stride_tricks.as_strided(np.zeros(1), x.shape, (1 << 20,) * x.ndim)


def relu(x):
    return memoryview(np.zeros(x.shape))
