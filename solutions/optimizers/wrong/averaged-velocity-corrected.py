# mistake: averaged-velocity-corrected
# function: momentum
# fails: values
# diagnosed: NN1222
import numpy as np


def momentum(w, g, state, lr, beta=0.9):
    v, t = (np.zeros_like(w), 0) if state is None else state
    v = beta * v + (1 - beta) * g
    t += 1
    return w - lr * v / (1 - beta**t), (v, t)
