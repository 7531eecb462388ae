# mistake: adagrad-forgets
# function: adagrad
# fails: values
# diagnosed: NN1254
import numpy as np


def adagrad(w, g, state, lr, eps=1e-10):
    total = np.zeros_like(w) if state is None else state
    total = 0.9 * total + 0.1 * g**2
    return w - lr * g / (np.sqrt(total) + eps), total
