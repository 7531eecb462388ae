# mistake: printed-not-returned
# function: softmax
# fails: values
# diagnosed: none
import numpy as np


def softmax(z):
    z = z * 1.0
    e = np.exp(z - np.max(z, axis=-1, keepdims=True, initial=-np.inf))
    print("softmax:", e / np.sum(e, axis=-1, keepdims=True))
