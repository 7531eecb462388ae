# mistake: no-shift-in-the-gradient
# function: softmax_cross_entropy_grad
# fails: stability
# diagnosed: NN696
import numpy as np


def softmax_cross_entropy_grad(z, y):
    e = np.exp(z)
    return (e / e.sum(axis=1, keepdims=True) - y) / len(z)
