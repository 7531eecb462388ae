# mistake: rounded
# function: softmax
# fails: values
# diagnosed: none
import numpy as np


def softmax(z):
    z = z * 1.0
    e = np.exp(z - z.max(axis=-1, keepdims=True, initial=-np.inf))
    return (e / e.sum(axis=-1, keepdims=True)).round(4)
