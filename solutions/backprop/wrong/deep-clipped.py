# mistake: deep-clipped
# function: deep_backward
# fails: values
# diagnosed: NN560
# nncheck: backprop
import numpy as np


def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))


def deep_backward(x, t, weights):
    a = [np.atleast_2d(x)]
    for W in weights:
        a.append(sigmoid(a[-1] @ W.T))

    delta = (a[-1] - t) * a[-1] * (1 - a[-1])
    grads = [delta.T @ a[-2]]
    for layer in range(len(weights) - 1, 0, -1):
        delta = delta @ weights[layer] * a[layer] * (1 - a[layer])
        grads.insert(0, delta.T @ a[layer - 1])
    return [np.clip(g, -1, 1) for g in grads]
