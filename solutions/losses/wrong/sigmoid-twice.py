# mistake: sigmoid-twice
# function: bce_with_logits
# fails: values
# diagnosed: NN669
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def bce_with_logits(z, y):
    p = sigmoid(sigmoid(z))
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
