# mistake: rmsprop-starts-at-the-first-square
# function: rmsprop
# fails: values
# diagnosed: NN1273
import numpy as np


def rmsprop(w, g, state, lr, alpha=0.99, eps=1e-8):
    if state is None:
        v = g**2
    else:
        v = alpha * state + (1 - alpha) * g**2
    return w - lr * g / (np.sqrt(v) + eps), v
