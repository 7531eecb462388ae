# mistake: learning-rate-for-the-gradient-only
# function: momentum
# fails: values
# diagnosed: NN1233
import numpy as np


def momentum(w, g, state, lr, beta=0.9):
    v = np.zeros_like(w) if state is None else state
    return w - (beta * v + lr * g), beta * v + g
