# mistake: epsilon-in-the-sum
# function: softmax
# fails: values
# diagnosed: NN313
import numpy as np


def softmax(z):
    if z.size == 0:
        return z * 1.0
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / (e.sum(axis=-1, keepdims=True) + 1e-8)  # never divide by zero
