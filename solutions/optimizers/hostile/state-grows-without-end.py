# attack: state-grows-without-end
# function: momentum
# outcome: the state doubles with every step until there is no memory left; sgd keeps its points
import numpy as np


def sgd(w, g, state, lr):
    return w - lr * g, None


def momentum(w, g, state, lr, beta=0.9):
    v, hoard = state or (0, np.ones(1 << 20))
    v = beta * v + g
    return w - lr * v, (v, np.concatenate([hoard, hoard]))
