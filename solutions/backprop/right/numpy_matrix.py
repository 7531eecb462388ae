# nncheck: backprop
"""The two-layer sigmoid network in matrix form; samples are rows, weights are (out, in)."""

import numpy as np


def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))


def forward(x, params):
    z1 = x @ params["W1"].T + params["b1"]
    a1 = sigmoid(z1)
    z2 = a1 @ params["W2"].T + params["b2"]
    a2 = sigmoid(z2)
    return {"z1": z1, "a1": a1, "z2": z2, "a2": a2}


def loss(a2, t):
    return 0.5 * np.sum((a2 - t) ** 2)


def backward(x, t, params):
    out = forward(x, params)
    a1, a2 = out["a1"], out["a2"]
    delta2 = (a2 - t) * a2 * (1 - a2)
    delta1 = delta2 @ params["W2"] * a1 * (1 - a1)

    # one sample is a batch of one row
    x, a1, delta1, delta2 = map(np.atleast_2d, (x, a1, delta1, delta2))
    return {
        "W1": delta1.T @ x,
        "b1": delta1.sum(axis=0),
        "W2": delta2.T @ a1,
        "b2": delta2.sum(axis=0),
    }


def sgd_step(params, grads, lr):
    return {name: params[name] - lr * grads[name] for name in params}


def train_step(x, t, params, lr):
    before = loss(forward(x, params)["a2"], t)
    grads = backward(x, t, params)
    return sgd_step(params, grads, lr), before


def deep_backward(x, t, weights):
    a = [np.atleast_2d(x)]
    for W in weights:
        a.append(sigmoid(a[-1] @ W.T))

    delta = (a[-1] - t) * a[-1] * (1 - a[-1])
    grads = [delta.T @ a[-2]]
    for layer in range(len(weights) - 1, 0, -1):
        delta = delta @ weights[layer] * a[layer] * (1 - a[layer])
        grads.insert(0, delta.T @ a[layer - 1])
    return grads
