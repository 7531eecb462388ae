# mistake: adagrad-eps-on-the-weights
# function: adagrad
# fails: values
# diagnosed: NN1262
import numpy as np


def adagrad(w, g, state, lr, eps=1e-10):
    total = np.zeros_like(w) if state is None else state
    total = total + g**2
    return w - lr * g / np.sqrt(total) + eps, total
