# B17: returns a matrix, a masked array, a memory map and a record array
# Without layers: fails
import numpy as np


def sigmoid(x):
    return np.ma.masked_array(np.zeros(x.shape), mask=True)


def tanh(x):
    return np.asmatrix(np.zeros((1, max(x.size, 1))))


def relu(x):
    return np.full(x.shape, -1.0).view(np.recarray)


def gelu(x):
    return np.ma.masked
