# mistake: changes-its-input
# function: softmax
# fails: unchanged_inputs
# diagnosed: none
import numpy as np


def softmax(z):
    if z.dtype.kind != "f":
        z = z.astype(np.float64)
    z -= z.max(axis=-1, keepdims=True, initial=-np.inf)
    np.exp(z, out=z)
    z /= z.sum(axis=-1, keepdims=True)
    return z.copy()
