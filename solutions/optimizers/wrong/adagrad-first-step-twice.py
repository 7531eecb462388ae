# mistake: adagrad-first-step-twice
# function: adagrad
# fails: values
# diagnosed: none
import numpy as np


def adagrad(w, g, state, lr, eps=1e-10):
    total = g**2 if state is None else state
    total = total + g**2
    return w - lr * g / (np.sqrt(total) + eps), total
