# mistake: python-list
# function: softmax_cross_entropy_grad
# fails: shapes
# diagnosed: none
import numpy as np


def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def softmax_cross_entropy_grad(z, y):
    return ((softmax(z) - y) / len(z)).tolist()
