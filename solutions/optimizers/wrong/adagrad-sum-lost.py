# mistake: adagrad-sum-lost
# function: adagrad
# fails: values
# diagnosed: NN1261
import numpy as np


def adagrad(w, g, state, lr, eps=1e-10):
    total = np.zeros_like(w)
    total += g**2
    return w - lr * g / (np.sqrt(total) + eps), total
