# mistake: squares-added
# function: mse
# fails: values
# diagnosed: NN615
import numpy as np


def mse(p, y):
    return np.sum((p - y) ** 2)
