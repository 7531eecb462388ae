# mistake: slope-in-the-probability
# function: bce_with_logits_grad
# fails: values
# diagnosed: NN681
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def bce_with_logits_grad(z, y):
    s = sigmoid(z)
    return (s - y) / (s * (1 - s)) / z.size
