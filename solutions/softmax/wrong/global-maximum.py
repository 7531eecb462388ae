# mistake: global-maximum
# function: softmax
# fails: stability
# diagnosed: NN392
import numpy as np


def softmax(z):
    if z.size == 0:
        return z * 1.0
    e = np.exp(z - np.max(z))
    return e / np.sum(e, axis=-1, keepdims=True)
