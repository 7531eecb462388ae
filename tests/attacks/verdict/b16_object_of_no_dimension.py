# B16: hides an answer in an array of one object without dimensions
# Without layers: fails
import numpy as np


def sigmoid(x):
    box = np.empty((), dtype=object)
    box[()] = np.zeros(x.shape)
    return box
