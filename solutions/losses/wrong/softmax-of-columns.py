# mistake: softmax-of-columns
# function: softmax_cross_entropy_grad
# fails: values
# diagnosed: NN739
import numpy as np


def softmax_cross_entropy_grad(z, y):
    e = np.exp(z - z.max(axis=0))
    return (e / e.sum(axis=0) - y) / len(z)
