# mistake: rmsprop-average-lost
# function: rmsprop
# fails: values
# diagnosed: NN1278
import numpy as np


def rmsprop(w, g, state, lr, alpha=0.99, eps=1e-8):
    cache = np.zeros_like(w)
    cache = alpha * cache + (1 - alpha) * g**2
    return w - lr * g / (np.sqrt(cache) + eps), cache
