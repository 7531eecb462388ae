# nncheck: backprop
"""One sample and a batch are two cases: np.outer for the first, matrix products for the second."""

import numpy as np


def sigmoid(z):
    out = np.empty_like(z)
    pos = z >= 0
    out[pos] = 1 / (1 + np.exp(-z[pos]))
    t = np.exp(z[~pos])
    out[~pos] = t / (1 + t)
    return out


def forward(x, params):
    W1, b1, W2, b2 = params["W1"], params["b1"], params["W2"], params["b2"]
    if x.ndim == 1:
        z1 = np.dot(W1, x) + b1
        a1 = sigmoid(z1)
        z2 = np.dot(W2, a1) + b2
    else:
        z1 = np.dot(x, W1.T) + b1
        a1 = sigmoid(z1)
        z2 = np.dot(a1, W2.T) + b2
    cache = {}
    cache["x"] = x
    cache["z1"], cache["a1"] = z1, a1
    cache["z2"], cache["a2"] = z2, sigmoid(z2)
    return cache


def loss(a2, t):
    difference = a2 - t
    return (difference * difference).sum() / 2


def backward(x, t, params):
    cache = forward(x, params)
    a1, a2 = cache["a1"], cache["a2"]
    W2 = params["W2"]

    dz2 = (a2 - t) * (a2 * (1 - a2))
    if x.ndim == 1:
        da1 = np.dot(W2.T, dz2)
        dz1 = da1 * (a1 * (1 - a1))
        return {"W1": np.outer(dz1, x), "b1": dz1, "W2": np.outer(dz2, a1), "b2": dz2}

    da1 = np.dot(dz2, W2)
    dz1 = da1 * (a1 * (1 - a1))
    grads = {}
    grads["W2"] = np.dot(dz2.T, a1)
    grads["b2"] = np.sum(dz2, axis=0)
    grads["W1"] = np.dot(dz1.T, x)
    grads["b1"] = np.sum(dz1, axis=0)
    return grads


def sgd_step(params, grads, lr):
    updated = {key: value.copy() for key, value in params.items()}
    for key in updated:
        updated[key] = updated[key] - lr * grads[key]
    return updated


def train_step(x, t, params, lr):
    old_loss = loss(forward(x, params)["a2"], t)
    grads = backward(x, t, params)
    return sgd_step(params, grads, lr), old_loss


def deep_backward(x, t, weights):
    activations = [x]
    for W in weights:
        activations.append(sigmoid(np.dot(activations[-1], W.T)))

    a = activations[-1]
    dz = (a - t) * (a * (1 - a))
    grads = [None] * len(weights)
    for i in range(len(weights) - 1, -1, -1):
        a = activations[i]
        if x.ndim == 1:
            grads[i] = np.outer(dz, a)
        else:
            grads[i] = np.dot(dz.T, a)
        dz = np.dot(dz, weights[i]) * (a * (1 - a))
    return grads
