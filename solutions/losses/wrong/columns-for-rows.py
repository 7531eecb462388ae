# mistake: columns-for-rows
# function: softmax_cross_entropy
# fails: values
# diagnosed: NN726
import numpy as np


def softmax_cross_entropy(z, y):
    e = np.exp(z - z.max(axis=0))
    p = e / e.sum(axis=0)
    return -np.sum(y * np.log(p)) / len(z)
