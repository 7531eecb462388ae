# mistake: deep-slope-of-the-sums
# function: deep_backward
# fails: values
# diagnosed: NN535
# nncheck: backprop
import numpy as np


def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))


def deep_backward(x, t, weights):
    a, z = [np.atleast_2d(x)], [None]
    for W in weights:
        z.append(a[-1] @ W.T)
        a.append(sigmoid(z[-1]))

    delta = (a[-1] - t) * z[-1] * (1 - z[-1])
    grads = [delta.T @ a[-2]]
    for layer in range(len(weights) - 1, 0, -1):
        delta = delta @ weights[layer] * z[layer] * (1 - z[layer])
        grads.insert(0, delta.T @ a[layer - 1])
    return grads
