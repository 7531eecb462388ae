# mistake: softmax-of-probabilities
# function: cross_entropy
# fails: values
# diagnosed: NN709
import numpy as np


def log_softmax(z):
    z = z - z.max(axis=1, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=1, keepdims=True))


def cross_entropy(p, y):
    return -np.mean(np.sum(y * log_softmax(p), axis=1))
