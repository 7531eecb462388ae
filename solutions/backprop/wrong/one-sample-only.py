# mistake: one-sample-only
# function: backward
# fails: values
# diagnosed: none
# nncheck: backprop
import numpy as np


def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))


def layers(x, p):
    a1 = sigmoid(x @ p["W1"].T + p["b1"])
    a2 = sigmoid(a1 @ p["W2"].T + p["b2"])
    return a1, a2


def backward(x, t, params):
    a1, a2 = layers(x, params)
    delta2 = (a2 - t) * a2 * (1 - a2)
    delta1 = delta2 @ params["W2"] * a1 * (1 - a1)
    return {"W1": np.outer(delta1, x), "b1": delta1, "W2": np.outer(delta2, a1), "b2": delta2}
