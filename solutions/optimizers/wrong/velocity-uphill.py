# mistake: velocity-uphill
# function: momentum
# fails: values
# diagnosed: NN1226
import numpy as np


def momentum(w, g, state, lr, beta=0.9):
    v = np.zeros_like(w) if state is None else state
    v = beta * v - lr * g
    return w - v, v
