# mistake: backward-overflows
# function: backward
# fails: stability
# diagnosed: NN049
# nncheck: backprop
import numpy as np


def sigmoid(z):
    return np.exp(z) / (1 + np.exp(z))


def backward(x, t, params):
    a1 = sigmoid(x @ params["W1"].T + params["b1"])
    a2 = sigmoid(a1 @ params["W2"].T + params["b2"])
    delta2 = (a2 - t) * a2 * (1 - a2)
    delta1 = delta2 @ params["W2"] * a1 * (1 - a1)
    x, a1, delta1, delta2 = map(np.atleast_2d, (x, a1, delta1, delta2))
    grads = {
        "W1": delta1.T @ x,
        "b1": delta1.sum(axis=0),
        "W2": delta2.T @ a1,
        "b2": delta2.sum(axis=0),
    }
    return grads
