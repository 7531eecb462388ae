# mistake: rows-of-logits-added
# function: softmax_cross_entropy
# fails: values
# diagnosed: NN723
import numpy as np


def log_softmax(z):
    z = z - z.max(axis=1, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=1, keepdims=True))


def softmax_cross_entropy(z, y):
    return -np.sum(y * log_softmax(z))
