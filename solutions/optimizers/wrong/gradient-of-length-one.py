# mistake: gradient-of-length-one
# function: sgd
# fails: values
# diagnosed: NN1207
import numpy as np


def sgd(w, g, state, lr):
    length = np.linalg.norm(np.ravel(g))
    return w - lr * g / length, state
