# B24: returns one number stretched over the whole answer
# Without layers: fails
import numpy as np


def sigmoid(x):
    return np.broadcast_to(np.float64(0.5), x.shape)


def tanh(x):
    return np.lib.stride_tricks.as_strided(x.copy(), x.shape, (0,) * x.ndim)
