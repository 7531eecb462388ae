# mistake: adagrad-eps-ignored
# function: adagrad
# fails: values
# diagnosed: none
import numpy as np


def adagrad(w, g, state, lr, eps=1e-10):
    total = g**2 if state is None else state + g**2
    return w - lr * g / (np.sqrt(total) + 1e-10), total
