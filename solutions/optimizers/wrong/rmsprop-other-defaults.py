# mistake: rmsprop-other-defaults
# function: rmsprop
# fails: defaults
# diagnosed: NN051
import numpy as np


def rmsprop(w, g, state, lr, alpha=0.9, eps=1e-7):
    v = (1 - alpha) * g**2 + (0 if state is None else alpha * state)
    return w - lr * g / (np.sqrt(v) + eps), v
