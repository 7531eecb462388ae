# mistake: velocity-of-the-old-shape
# function: momentum
# fails: shapes
# diagnosed: none
import numpy as np


def momentum(w, g, state, lr, beta=0.9):
    v = np.zeros(len(g)) if state is None else state
    v = beta * v + g
    return w - lr * v, v
