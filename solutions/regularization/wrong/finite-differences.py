# mistake: finite-differences
# function: batch_norm_backward
# fails: values
# diagnosed: none
import numpy as np


def batch_norm_backward(dy, x, gamma, eps=1e-5):
    def loss(x, gamma, beta):
        y = gamma * (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + eps) + beta
        return np.sum(dy * y)

    def slope(f, a, h=1e-4):
        g = np.zeros_like(a)
        for i in np.ndindex(a.shape):
            step = np.zeros_like(a)
            step[i] = h
            g[i] = (f(a + step) - f(a - step)) / (2 * h)
        return g

    beta = np.zeros_like(gamma)
    dx = slope(lambda v: loss(v, gamma, beta), x)
    dgamma = slope(lambda v: loss(x, v, beta), gamma)
    dbeta = slope(lambda v: loss(x, gamma, v), beta)
    return dx, dgamma, dbeta
