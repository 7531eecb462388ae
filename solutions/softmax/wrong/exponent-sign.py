# mistake: exponent-sign
# function: softmax
# fails: values
# diagnosed: NN307
import numpy as np


def softmax(z):
    # the distance to the largest score
    if z.size == 0:
        return z * 1.0
    e = np.exp(-(z - np.min(z, axis=-1, keepdims=True)))
    return e / e.sum(axis=-1, keepdims=True)
