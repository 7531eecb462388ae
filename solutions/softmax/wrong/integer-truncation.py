# mistake: integer-truncation
# function: softmax
# fails: dtype
# diagnosed: none
import numpy as np


def softmax(z):
    p = np.zeros_like(z)
    for index in np.ndindex(z.shape[:-1]):
        if z.shape[-1]:
            e = np.exp(z[index] - z[index].max())
            p[index] = e / e.sum()
    return p
