# mistake: whole-array-sum
# function: softmax
# fails: values
# diagnosed: NN301
import numpy as np


def softmax(z):
    if z.size == 0:
        return z * 1.0
    e = np.exp(z - np.max(z))
    return e / np.sum(e)
