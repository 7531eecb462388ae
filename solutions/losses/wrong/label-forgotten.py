# mistake: label-forgotten
# function: bce_with_logits_grad
# fails: values
# diagnosed: NN678
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def bce_with_logits_grad(z, y):
    return sigmoid(z) / z.size
