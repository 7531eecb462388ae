# mistake: adagrad-one-sum
# function: adagrad
# fails: values
# diagnosed: NN1253
import numpy as np


def adagrad(w, g, state, lr, eps=1e-10):
    total = 0.0 if state is None else state
    total = total + np.sum(g**2)
    return w - lr * g / (np.sqrt(total) + eps), total
