# mistake: ascent
# function: softmax_cross_entropy_grad
# fails: values
# diagnosed: NN737
import numpy as np


def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def softmax_cross_entropy_grad(z, y):
    return (y - softmax(z)) / len(z)
