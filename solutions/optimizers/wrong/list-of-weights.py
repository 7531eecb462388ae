# mistake: list-of-weights
# function: sgd
# fails: values
# diagnosed: none
import numpy as np


def sgd(w, g, state, lr):
    return [a - lr * b for a, b in zip(np.ravel(w), np.ravel(g))], None
