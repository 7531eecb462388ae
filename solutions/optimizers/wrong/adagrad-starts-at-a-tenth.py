# mistake: adagrad-starts-at-a-tenth
# function: adagrad
# fails: values
# diagnosed: NN1252
import numpy as np


def adagrad(w, g, state, lr, eps=1e-10):
    total = np.full_like(w, 0.1) if state is None else state
    total = total + g**2
    return w - lr * g / (np.sqrt(total) + eps), total
