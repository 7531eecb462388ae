# mistake: two-entries-only
# function: momentum
# fails: values
# diagnosed: none
import numpy as np


def momentum(w, g, state, lr, beta=0.9):
    state = state or [0.0, 0.0]
    new = np.zeros_like(w)
    for i in range(2):
        state[i] = beta * state[i] + g[i]
        new[i] = w[i] - lr * state[i]
    return new, state
