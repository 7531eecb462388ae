# mistake: adagrad-absolute-values-rooted
# function: adagrad
# fails: values
# diagnosed: NN1259
import numpy as np


def adagrad(w, g, state, lr, eps=1e-10):
    total = np.zeros_like(w) if state is None else state
    total = total + np.abs(g)
    return w - lr * g / (np.sqrt(total) + eps), total
