# mistake: adagrad-sum-before
# function: adagrad
# fails: values
# diagnosed: NN1264
import numpy as np


def adagrad(w, g, state, lr, eps=1e-10):
    total = np.zeros_like(w) if state is None else state
    new = w - lr * g / (np.sqrt(total) + eps)
    return new, total + g**2
