# mistake: one-step-late
# function: sgd
# fails: values
# diagnosed: NN1210
import numpy as np


def sgd(w, g, state, lr):
    if state is None:
        state = np.zeros_like(w)
    return w - lr * state, g
