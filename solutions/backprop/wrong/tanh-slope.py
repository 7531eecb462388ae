# mistake: tanh-slope
# function: backward
# fails: values
# diagnosed: NN449
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
    delta2 = (a2 - t) * (1 - a2**2)
    delta1 = delta2 @ params["W2"] * (1 - a1**2)
    X, A1, D1, D2 = (np.atleast_2d(v) for v in (x, a1, delta1, delta2))
    return {"W1": D1.T @ X, "b1": D1.sum(axis=0), "W2": D2.T @ A1, "b2": D2.sum(axis=0)}
