# mistake: one-not-subtracted
# function: softmax_cross_entropy_grad
# fails: values
# diagnosed: NN738
import numpy as np


def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def softmax_cross_entropy_grad(z, y):
    return softmax(z) / len(z)
