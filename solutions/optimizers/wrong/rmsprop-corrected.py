# mistake: rmsprop-corrected
# function: rmsprop
# fails: values
# diagnosed: NN1274
import numpy as np


def rmsprop(w, g, state, lr, alpha=0.99, eps=1e-8):
    v, t = (np.zeros_like(w), 0) if state is None else state
    v, t = alpha * v + (1 - alpha) * g**2, t + 1
    return w - lr * g / (np.sqrt(v / (1 - alpha**t)) + eps), (v, t)
