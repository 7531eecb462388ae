# mistake: scores-minus-labels
# function: softmax_cross_entropy_grad
# fails: values
# diagnosed: NN741
import numpy as np


def softmax_cross_entropy_grad(z, y):
    return (z - y) / len(z)
