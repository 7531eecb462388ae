# mistake: one-velocity-for-all
# function: momentum
# fails: repeatable
# diagnosed: NN012
import numpy as np


velocity = {}


def momentum(w, g, state, lr, beta=0.9):
    if state is None:
        velocity.clear()
        velocity["v"] = np.zeros_like(w)
    velocity["v"] = beta * velocity["v"] + g
    return w - lr * velocity["v"], velocity
