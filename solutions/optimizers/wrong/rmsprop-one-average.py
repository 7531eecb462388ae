# mistake: rmsprop-one-average
# function: rmsprop
# fails: values
# diagnosed: NN1288
import numpy as np


def rmsprop(w, g, state, lr, alpha=0.99, eps=1e-8):
    v = 0.0 if state is None else state
    v = alpha * v + (1 - alpha) * np.mean(g**2)
    return w - lr * g / (np.sqrt(v) + eps), v
