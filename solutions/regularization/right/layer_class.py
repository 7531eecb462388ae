"""A layer object that keeps what its backward pass needs; and matrices in place of sums."""

import numpy as np


class L2:
    def __init__(self, lam):
        self.lam = lam

    def value(self, w):
        return 0.5 * self.lam * np.square(w).sum()

    def gradient(self, w):
        return self.lam * w


class BatchNorm:
    """gamma and beta are learned; the statistics come from the batch, or from outside."""

    def __init__(self, gamma, beta, eps):
        self.gamma, self.beta, self.eps = gamma, beta, eps
        self.hat = self.std = None

    def __call__(self, x):
        return self.normalize(x, np.mean(x, axis=0), np.var(x, axis=0))

    def normalize(self, x, mean, var):
        self.std = np.sqrt(var + self.eps)
        self.hat = (x - mean) / self.std
        return self.hat * self.gamma + self.beta

    def backward(self, dy):
        # for each column: dx = gamma / std (I - 1 1'/n - hat hat'/n) dy
        n, d = dy.shape
        dx = np.empty_like(dy)
        for j in range(d):
            hat = self.hat[:, j]
            projection = (
                np.eye(n, dtype=dy.dtype) - np.full((n, n), 1 / n, dtype=dy.dtype) - np.outer(hat, hat) / n
            )
            dx[:, j] = self.gamma[j] / self.std[j] * (projection @ dy[:, j])
        return dx, np.sum(self.hat * dy, axis=0), np.sum(dy, axis=0)


def l2_penalty(w, lam):
    return L2(lam).value(w)


def l2_penalty_grad(w, lam):
    return L2(lam).gradient(w)


def batch_norm(x, gamma, beta, eps=1e-5):
    return BatchNorm(gamma, beta, eps)(x)


def batch_norm_backward(dy, x, gamma, eps=1e-5):
    layer = BatchNorm(gamma, np.zeros_like(gamma), eps)
    layer(x)
    return layer.backward(dy)


def batch_norm_eval(x, gamma, beta, mean, var, eps=1e-5):
    return BatchNorm(gamma, beta, eps).normalize(x, mean, var)


class Dropout:
    """The mask is kept for the backward pass."""

    def __init__(self, p, rng):
        self.p, self.rng, self.mask = p, rng, None

    def __call__(self, x):
        self.mask = self.rng.choice([False, True], size=x.shape, p=[self.p, 1 - self.p])
        return np.asarray(self.backward(x))

    def backward(self, dy):
        return dy * self.mask * (1.0 / (1.0 - self.p))


def dropout(x, p, rng, training):
    return Dropout(p, rng)(x) if training else x
