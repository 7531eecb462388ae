# mistake: label-minus-probability
# function: bce_with_logits_grad
# fails: values
# diagnosed: NN677
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def bce_with_logits_grad(z, y):
    return (y - sigmoid(z)) / z.size
