# mistake: deep-three-layers-only
# function: deep_backward
# fails: values
# diagnosed: none
# nncheck: backprop
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def deep_backward(x, t, weights):
    x, (W1, W2, W3) = np.atleast_2d(x), weights
    a1 = sigmoid(x @ W1.T)
    a2 = sigmoid(a1 @ W2.T)
    a3 = sigmoid(a2 @ W3.T)
    d3 = (a3 - t) * a3 * (1 - a3)
    d2 = d3 @ W3 * a2 * (1 - a2)
    d1 = d2 @ W2 * a1 * (1 - a1)
    return [d1.T @ x, d2.T @ a1, d3.T @ a2]
