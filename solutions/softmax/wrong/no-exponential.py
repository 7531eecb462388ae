# mistake: no-exponential
# function: softmax
# fails: values
# diagnosed: NN305
import numpy as np


def softmax(z):
    # every score as a share of the whole
    return z / np.sum(z * 1.0, axis=-1, keepdims=True)
