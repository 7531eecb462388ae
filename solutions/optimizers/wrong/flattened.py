# mistake: flattened
# function: sgd
# fails: values
# diagnosed: none
import numpy as np


def sgd(w, g, state, lr):
    return np.ravel(w) - lr * np.ravel(g), None
