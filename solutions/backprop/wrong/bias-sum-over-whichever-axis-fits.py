# mistake: bias-sum-over-whichever-axis-fits
# function: backward
# fails: values
# diagnosed: none
# nncheck: backprop
import numpy as np


def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))


def summed(delta):
    return delta.sum(axis=1) if delta.shape[0] == delta.shape[1] else delta.sum(axis=0)


def backward(x, t, params):
    a1 = sigmoid(x @ params["W1"].T + params["b1"])
    a2 = sigmoid(a1 @ params["W2"].T + params["b2"])
    delta2 = (a2 - t) * a2 * (1 - a2)
    delta1 = delta2 @ params["W2"] * a1 * (1 - a1)
    x, a1, delta1, delta2 = map(np.atleast_2d, (x, a1, delta1, delta2))
    grads = {
        "W1": delta1.T @ x,
        "b1": summed(delta1),
        "W2": delta2.T @ a1,
        "b2": summed(delta2),
    }
    return grads
