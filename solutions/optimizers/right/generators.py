"""The state is a generator, which keeps its variables between the steps."""

import numpy as np
from numpy.linalg import inv


def advanced(w, g, state, start):
    """Send the weights and the gradient to the generator, which answers with the new weights."""
    if state is None:
        state = start()
        next(state)
    return state.send((w, g)), state


def sgd(w, g, state, lr):
    def walk():
        w, g = yield
        while True:
            w, g = yield w - lr * g

    return advanced(w, g, state, walk)


def momentum(w, g, state, lr, beta=0.9):
    def walk():
        w, g = yield
        v = g
        while True:
            w, g = yield w - lr * v
            v = beta * v + g

    return advanced(w, g, state, walk)


def adagrad(w, g, state, lr, eps=1e-10):
    def walk():
        w, g = yield
        total = g**2
        while True:
            w, g = yield w - lr * g / (np.sqrt(total) + eps)
            total = total + g**2

    return advanced(w, g, state, walk)


def rmsprop(w, g, state, lr, alpha=0.99, eps=1e-8):
    def walk():
        w, g = yield
        average = (1 - alpha) * g**2
        while True:
            w, g = yield w - lr * g / (np.sqrt(average) + eps)
            average = average + (1 - alpha) * (g**2 - average)

    return advanced(w, g, state, walk)


def adam(w, g, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    def walk():
        w, g = yield
        m, v, t = 0, 0, 0
        while True:
            m, v, t = m + (1 - beta1) * (g - m), v + (1 - beta2) * (g**2 - v), t + 1
            w, g = yield w - lr * (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps)

    return advanced(w, g, state, walk)


def newton(w, g, H):
    return w - np.dot(inv(H), g)


def bfgs_update(H_inv, s, y):
    rho = np.reciprocal(y @ s)
    left = np.identity(len(s), dtype=s.dtype) - rho * s[:, np.newaxis] * y
    return left.dot(H_inv).dot(left.T) + rho * s[:, np.newaxis] * s
