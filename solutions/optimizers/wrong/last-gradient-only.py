# mistake: last-gradient-only
# function: momentum
# fails: values
# diagnosed: NN1225
import numpy as np


def momentum(w, g, state, lr, beta=0.9):
    before = np.zeros_like(w) if state is None else state
    return w - lr * (g + beta * before), g.copy()
