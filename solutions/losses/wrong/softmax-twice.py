# mistake: softmax-twice
# function: softmax_cross_entropy
# fails: values
# diagnosed: NN725
import numpy as np


def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def softmax_cross_entropy(z, y):
    return -np.sum(y * np.log(softmax(softmax(z)))) / len(z)
