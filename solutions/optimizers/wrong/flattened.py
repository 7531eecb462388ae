# mistake: flattened
# function: sgd
# fails: values
# diagnosed: NN018
import numpy as np


def sgd(w, g, state, lr):
    return np.ravel(w) - lr * np.ravel(g), None
