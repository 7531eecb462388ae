# mistake: averaged-velocity
# function: momentum
# fails: values
# diagnosed: NN1221
import numpy as np


def momentum(w, g, state, lr, beta=0.9):
    v = np.zeros_like(w) if state is None else state
    v = beta * v + (1 - beta) * g
    return w - lr * v, v
