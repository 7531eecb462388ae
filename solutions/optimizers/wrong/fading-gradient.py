# mistake: fading-gradient
# function: momentum
# fails: values
# diagnosed: NN1239
import numpy as np


def momentum(w, g, state, lr, beta=0.9):
    v = np.zeros_like(w) if state is None else state
    v = v + beta * g
    return w - lr * v, v
