# mistake: adagrad-other-default-eps
# function: adagrad
# fails: defaults
# diagnosed: NN051
import numpy as np


def adagrad(w, g, state, lr, eps=1e-8):
    total = g**2 if state is None else state + g**2
    return w - lr * g / (np.sqrt(total) + eps), total
