# mistake: vectors-only
# function: sgd
# fails: values
# diagnosed: none
import numpy as np


def sgd(w, g, state, lr):
    new = np.empty(len(w))
    for i in range(len(w)):
        new[i] = w[i] - lr * g[i]
    return new, None
