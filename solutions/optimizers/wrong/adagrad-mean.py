# mistake: adagrad-mean
# function: adagrad
# fails: values
# diagnosed: NN1265
import numpy as np


def adagrad(w, g, state, lr, eps=1e-10):
    squares = (state or []) + [g**2]
    return w - lr * g / (np.sqrt(np.mean(squares, axis=0)) + eps), squares
