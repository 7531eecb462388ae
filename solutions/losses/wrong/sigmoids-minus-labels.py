# mistake: sigmoids-minus-labels
# function: softmax_cross_entropy_grad
# fails: values
# diagnosed: NN743
import numpy as np


def softmax_cross_entropy_grad(z, y):
    s = 1 / (1 + np.exp(-z))
    return (s - y) / len(z)
