"""An optimizer is an object that remembers; the state is that object, which changes itself."""

import numpy as np


class Momentum:
    def __init__(self, lr, beta):
        self.lr, self.beta, self.velocity = lr, beta, 0

    def step(self, w, g):
        self.velocity = self.beta * self.velocity + g
        return w - self.lr * self.velocity


class AdaGrad:
    def __init__(self, lr, eps):
        self.lr, self.eps, self.total = lr, eps, 0

    def step(self, w, g):
        self.total = self.total + g * g
        return w - self.lr / (np.sqrt(self.total) + self.eps) * g


class RMSProp:
    def __init__(self, lr, alpha, eps):
        self.lr, self.alpha, self.eps, self.mean_square = lr, alpha, eps, 0

    def step(self, w, g):
        self.mean_square = self.alpha * self.mean_square + (1 - self.alpha) * g * g
        return w - self.lr * (g / (np.sqrt(self.mean_square) + self.eps))


class Adam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.mean = self.mean_square = 0
        self.left1 = self.left2 = 1  # beta1 and beta2, raised to the number of steps

    def step(self, w, g):
        self.left1 *= self.beta1
        self.left2 *= self.beta2
        self.mean = self.beta1 * self.mean + (1 - self.beta1) * g
        self.mean_square = self.beta2 * self.mean_square + (1 - self.beta2) * g * g
        mean = self.mean / (1 - self.left1)
        mean_square = self.mean_square / (1 - self.left2)
        return w - self.lr * mean / (np.sqrt(mean_square) + self.eps)


def sgd(w, g, state, lr):
    return np.subtract(w, np.multiply(lr, g)), state


def momentum(w, g, state, lr, beta=0.9):
    optimizer = state or Momentum(lr, beta)
    return optimizer.step(w, g), optimizer


def adagrad(w, g, state, lr, eps=1e-10):
    optimizer = state or AdaGrad(lr, eps)
    return optimizer.step(w, g), optimizer


def rmsprop(w, g, state, lr, alpha=0.99, eps=1e-8):
    optimizer = state or RMSProp(lr, alpha, eps)
    return optimizer.step(w, g), optimizer


def adam(w, g, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    optimizer = state or Adam(lr, beta1, beta2, eps)
    return optimizer.step(w, g), optimizer


class Quadratic:
    """A valley with the curvature H."""

    def __init__(self, H):
        self.H = H

    def step(self, g):
        return np.linalg.inv(self.H) @ g


def newton(w, g, H):
    return w - Quadratic(H).step(g)


class InverseHessian:
    def __init__(self, estimate):
        self.estimate = estimate

    def learn(self, s, y):
        s, y = s[:, None], y[:, None]
        curvature = (y.T @ s).item()
        along = (curvature + (y.T @ self.estimate @ y).item()) / curvature**2 * (s @ s.T)
        across = (self.estimate @ y @ s.T + s @ y.T @ self.estimate) / curvature
        return self.estimate + along - across


def bfgs_update(H_inv, s, y):
    return InverseHessian(H_inv).learn(s, y)
