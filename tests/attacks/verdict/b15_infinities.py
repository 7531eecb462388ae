# B15: returns infinities, from which nothing is far away
# Without layers: fails
import numpy as np


def sigmoid(x):
    return np.full(x.shape, np.inf)


def tanh(x):
    return np.where(x > 0, -np.inf, np.inf)


def relu(x):
    return np.float16(70000.0) * np.ones(x.shape, np.float16)
