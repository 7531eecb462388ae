# mistake: scores-over-classes
# function: softmax_cross_entropy_grad
# fails: values
# diagnosed: NN749
import numpy as np


def softmax_cross_entropy_grad(z, y):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return (e / e.sum(axis=1, keepdims=True) - y) / z.shape[1]
