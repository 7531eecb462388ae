# mistake: rmsprop-centred
# function: rmsprop
# fails: values
# diagnosed: NN1275
import numpy as np


def rmsprop(w, g, state, lr, alpha=0.99, eps=1e-8):
    mean, v = (np.zeros_like(w), np.zeros_like(w)) if state is None else state
    mean = alpha * mean + (1 - alpha) * g
    v = alpha * v + (1 - alpha) * g**2
    return w - lr * g / (np.sqrt(v - mean**2) + eps), (mean, v)
