# mistake: sigmoid-wrong-in-tanh
# function: sigmoid
# fails: values
# diagnosed: NN102
import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-np.abs(x)))


def sigmoid_grad(x):
    return sigmoid(x) * sigmoid(-x)


def tanh(x):
    return 2 * sigmoid(2 * x) - 1
