# B17: returns half precision and eighty-bit numbers for ordinary ones
# Without layers: fails
import numpy as np


def sigmoid(x):
    return (1 / (1 + np.exp(-x * 1.0))).astype(np.float16)


def tanh(x):
    return np.tanh(x * 1.0).astype(np.float16).astype(np.longdouble)


def gelu(x):
    return np.clongdouble(0.5) * np.ones(x.shape)
