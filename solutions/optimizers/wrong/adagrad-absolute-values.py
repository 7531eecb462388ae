# mistake: adagrad-absolute-values
# function: adagrad
# fails: values
# diagnosed: NN1260
import numpy as np


def adagrad(w, g, state, lr, eps=1e-10):
    total = np.zeros_like(w) if state is None else state
    total = total + np.abs(g)
    return w - lr * g / (total + eps), total
