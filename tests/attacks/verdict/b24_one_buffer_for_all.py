# B24: returns the same buffer every time, and fills it anew for each question
# Without layers: fails
import numpy as np

buffer = np.zeros(1 << 16)


def sigmoid(x):
    buffer[: x.size] = np.ravel(1 / (1 + np.exp(-x * 1.0)))
    buffer[-x.size or None :] = 0
    return buffer[-x.size :].reshape(x.shape) if x.size else buffer[:0].reshape(x.shape)
