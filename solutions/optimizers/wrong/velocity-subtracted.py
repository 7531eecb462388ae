# mistake: velocity-subtracted
# function: momentum
# fails: values
# diagnosed: NN1234
import numpy as np


def momentum(w, g, state, lr, beta=0.9):
    v = np.zeros_like(w) if state is None else state
    v = g - beta * v
    return w - lr * v, v
