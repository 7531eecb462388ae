# mistake: train-step-clipped
# function: train_step
# fails: values
# diagnosed: NN522
# nncheck: backprop
import numpy as np


def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))


def layers(x, p):
    a1 = sigmoid(x @ p["W1"].T + p["b1"])
    return a1, sigmoid(a1 @ p["W2"].T + p["b2"])


def train_step(x, t, params, lr):
    X, T = np.atleast_2d(x), np.atleast_2d(t)
    a1, a2 = layers(X, params)
    error = 0.5 * np.sum((a2 - T) ** 2)
    delta2 = (a2 - T) * a2 * (1 - a2)
    delta1 = delta2 @ params["W2"] * a1 * (1 - a1)
    grads = {
        "W1": delta1.T @ X,
        "b1": delta1.sum(axis=0),
        "W2": delta2.T @ a1,
        "b2": delta2.sum(axis=0),
    }
    grads = {name: np.clip(g, -1, 1) for name, g in grads.items()}
    return {name: params[name] - lr * grads[name] for name in params}, error
