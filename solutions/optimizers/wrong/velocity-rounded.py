# mistake: velocity-rounded
# function: momentum
# fails: values
# diagnosed: none
import numpy as np


def momentum(w, g, state, lr, beta=0.9):
    v = g if state is None else beta * state + g
    v = np.round(v, 5)
    return np.round(w - lr * v, 5), v
