# mistake: mean-over-classes-too
# function: softmax_cross_entropy
# fails: values
# diagnosed: NN724
import numpy as np


def log_softmax(z):
    z = z - z.max(axis=1, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=1, keepdims=True))


def softmax_cross_entropy(z, y):
    return -np.mean(y * log_softmax(z))
