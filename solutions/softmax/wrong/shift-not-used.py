# mistake: shift-not-used
# function: softmax
# fails: stability
# diagnosed: NN391
import numpy as np


def softmax(z):
    z = z * 1.0
    shifted = z - np.max(z, axis=-1, keepdims=True, initial=-np.inf)
    e = np.exp(z)
    return e / np.sum(e, axis=-1, keepdims=True)
