# mistake: adagrad-not-squared
# function: adagrad
# fails: values
# diagnosed: NN1258
import numpy as np


def adagrad(w, g, state, lr, eps=1e-10):
    total = np.zeros_like(w) if state is None else state
    total = total + g
    return w - lr * g / (np.sqrt(total) + eps), total
