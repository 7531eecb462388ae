# mistake: half-forgotten
# function: half_sse
# fails: values
# diagnosed: NN632
import numpy as np


def half_sse(p, y):
    return np.sum((p - y) ** 2)
