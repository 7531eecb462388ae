"""The state is a tuple of arrays of its own, which are changed in place."""

import numpy as np


def sgd(w, g, state, lr):
    new = w.copy()
    new -= lr * g
    return new, ()


def momentum(w, g, state, lr, beta=0.9):
    (v,) = state or (np.zeros(w.shape, w.dtype),)
    v *= beta
    v += g
    new = np.array(w)
    new -= lr * v
    return new, (v,)


def adagrad(w, g, state, lr, eps=1e-10):
    (total,) = state or (np.zeros(w.shape, w.dtype),)
    total += g * g
    new = np.array(w)
    new -= lr * g / (total**0.5 + eps)
    return new, (total,)


def rmsprop(w, g, state, lr, alpha=0.99, eps=1e-8):
    (average,) = state or (np.zeros(w.shape, w.dtype),)
    average *= alpha
    average += (1 - alpha) * g * g
    new = np.array(w)
    new -= lr * g / (average**0.5 + eps)
    return new, (average,)


def adam(w, g, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v, t = state or (np.zeros(w.shape, w.dtype), np.zeros(w.shape, w.dtype), np.zeros((), int))
    t += 1
    m *= beta1
    m += (1 - beta1) * g
    v *= beta2
    v += (1 - beta2) * g * g
    rate = lr * float(np.sqrt(1 - beta2**t) / (1 - beta1**t))
    new = np.array(w)
    new -= rate * m / (v**0.5 + eps * float(np.sqrt(1 - beta2**t)))
    return new, (m, v, t)


def newton(w, g, H):
    factor = np.linalg.cholesky(H)
    half = np.linalg.solve(factor, g)
    return w - np.linalg.solve(factor.T, half)


def bfgs_update(H_inv, s, y):
    rho = 1 / np.dot(y, s)
    turned = H_inv @ y
    new = H_inv.copy()
    new += (rho + rho * rho * np.dot(y, turned)) * np.multiply.outer(s, s)
    new -= rho * np.multiply.outer(turned, s)
    new -= rho * np.multiply.outer(s, turned)
    return new
