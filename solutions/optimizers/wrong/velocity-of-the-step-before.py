# mistake: velocity-of-the-step-before
# function: momentum
# fails: values
# diagnosed: NN1230
import numpy as np


def momentum(w, g, state, lr, beta=0.9):
    v = np.zeros_like(w) if state is None else state
    new = w - lr * v
    return new, beta * v + g
