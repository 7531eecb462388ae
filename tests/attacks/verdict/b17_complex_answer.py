# B17: returns complex numbers whose absolute value is right
# Without layers: fails
import numpy as np


def sigmoid(x):
    return 1j / (1 + np.exp(-x * 1.0))


def relu(x):
    return np.maximum(x * 1.0, 0) * np.complex64(-1)
