# mistake: squared-error-of-the-sigmoid
# function: bce_with_logits
# fails: values
# diagnosed: NN674
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def bce_with_logits(z, y):
    return np.mean((sigmoid(z) - y) ** 2)
