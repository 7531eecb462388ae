# mistake: momentum-without-learning-rate
# function: momentum
# fails: values
# diagnosed: NN1237
import numpy as np


def momentum(w, g, state, lr, beta=0.9):
    v = np.zeros_like(w) if state is None else state
    v = beta * v + g
    return w - v, v
