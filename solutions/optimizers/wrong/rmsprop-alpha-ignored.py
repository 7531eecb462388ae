# mistake: rmsprop-alpha-ignored
# function: rmsprop
# fails: values
# diagnosed: NN1290
import numpy as np


def rmsprop(w, g, state, lr, alpha=0.99, eps=1e-8):
    v = np.zeros_like(w) if state is None else state
    v = 0.9 * v + 0.1 * g**2
    return w - lr * g / (np.sqrt(v) + eps), v
