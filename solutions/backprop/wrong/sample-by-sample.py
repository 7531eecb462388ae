# mistake: sample-by-sample
# function: train_step
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


def one_step(x, t, params, lr):
    a1, a2 = layers(x, params)
    delta2 = (a2 - t) * a2 * (1 - a2)
    delta1 = delta2 @ params["W2"] * a1 * (1 - a1)
    new = {
        "W1": params["W1"] - lr * np.outer(delta1, x),
        "b1": params["b1"] - lr * delta1,
        "W2": params["W2"] - lr * np.outer(delta2, a1),
        "b2": params["b2"] - lr * delta2,
    }
    return new, 0.5 * np.sum((a2 - t) ** 2)


def train_step(x, t, params, lr):
    error = 0.0
    for sample, target in zip(np.atleast_2d(x), np.atleast_2d(t), strict=True):
        params, one = one_step(sample, target, params, lr)
        error += one
    return {name: value * 1.0 for name, value in params.items()}, error
