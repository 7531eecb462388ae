# mistake: deep-sums-clipped
# function: deep_backward
# fails: values
# diagnosed: none
# nncheck: backprop
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-np.clip(z, -6, 6)))


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
