# The notes' formulas, literally: e^x overflows far out, and inf/inf is nan.
import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-x * 1.0))


def sigmoid_grad(x):
    e = np.exp(-x * 1.0)
    return e / (1 + e) ** 2


def tanh(x):
    x = x * 1.0
    return (np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x))


def tanh_grad(x):
    f = tanh(x)
    return 1 - f**2
