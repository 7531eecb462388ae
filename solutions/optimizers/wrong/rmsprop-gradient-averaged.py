# mistake: rmsprop-gradient-averaged
# function: rmsprop
# fails: values
# diagnosed: NN1289
import numpy as np


def rmsprop(w, g, state, lr, alpha=0.99, eps=1e-8):
    m, v = (0, 0) if state is None else state
    m = alpha * m + (1 - alpha) * g
    v = alpha * v + (1 - alpha) * g**2
    return w - lr * m / (np.sqrt(v) + eps), (m, v)
