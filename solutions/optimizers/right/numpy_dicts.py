"""Arrays, and a dict for what has to be remembered."""

import numpy as np


def sgd(w, g, state, lr):
    return w - lr * g, {}


def momentum(w, g, state, lr, beta=0.9):
    if state is None:
        state = {"v": np.zeros_like(w)}
    v = beta * state["v"] + g
    return w - lr * v, {"v": v}


def adagrad(w, g, state, lr, eps=1e-10):
    if state is None:
        state = {"sum": np.zeros_like(w)}
    state["sum"] = state["sum"] + g**2
    return w - lr * g / (np.sqrt(state["sum"]) + eps), state


def rmsprop(w, g, state, lr, alpha=0.99, eps=1e-8):
    if state is None:
        state = {"average": np.zeros_like(w)}
    average = alpha * state["average"] + (1 - alpha) * np.square(g)
    return w - lr * g / (np.sqrt(average) + eps), {"average": average}


def adam(w, g, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    if state is None:
        state = {"m": np.zeros_like(w), "v": np.zeros_like(w), "t": 0}
    t = state["t"] + 1
    m = beta1 * state["m"] + (1 - beta1) * g
    v = beta2 * state["v"] + (1 - beta2) * g**2
    m_hat = m / (1 - beta1**t)
    v_hat = v / (1 - beta2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), {"m": m, "v": v, "t": t}


def newton(w, g, H):
    return w - np.linalg.solve(H, g)


def bfgs_update(H_inv, s, y):
    rho = 1 / (y @ s)
    factor = np.eye(len(s), dtype=s.dtype) - rho * np.outer(s, y)
    return factor @ H_inv @ factor.T + rho * np.outer(s, s)
