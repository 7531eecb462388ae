# mistake: velocity-lost
# function: momentum
# fails: values
# diagnosed: NN1227
import numpy as np


def momentum(w, g, state, lr, beta=0.9):
    v = np.zeros_like(w)
    v = beta * v + g
    return w - lr * v, v
