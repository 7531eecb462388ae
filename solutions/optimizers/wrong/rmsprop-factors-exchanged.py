# mistake: rmsprop-factors-exchanged
# function: rmsprop
# fails: values
# diagnosed: NN1276
import numpy as np


def rmsprop(w, g, state, lr, alpha=0.99, eps=1e-8):
    v = np.zeros_like(w) if state is None else state
    v = (1 - alpha) * v + alpha * g**2
    return w - lr * g / (np.sqrt(v) + eps), v
