# attack: weights-change-later
# function: adam
# outcome: weights that are right when they come and others later count as they came, and as changed; sgd keeps its points
import numpy as np


def sgd(w, g, state, lr):
    return w - lr * g, None


def adam(w, g, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v, t, before = state or (0, 0, 0, np.zeros(()))
    m, v, t = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2, t + 1
    new = w - lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps)
    before = np.asarray(before)
    before[...] = 7.0
    return new, (m, v, t, new)
