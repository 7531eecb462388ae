# mistake: wrong-axis
# function: softmax
# fails: values
# diagnosed: NN302
import numpy as np


def softmax(z):
    if z.size == 0:
        return z * 1.0
    e = np.exp(z - np.max(z, axis=0))
    return e / e.sum(axis=0)
