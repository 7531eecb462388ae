# The variance as mean(x^2) - mean(x)^2: right near zero, a difference of two large numbers far from it.
import numpy as np


def variance(x):
    return (x**2).mean(axis=0) - x.mean(axis=0) ** 2


def batch_norm(x, gamma, beta, eps=1e-5):
    return gamma * (x - x.mean(axis=0)) / np.sqrt(variance(x) + eps) + beta


def batch_norm_backward(dy, x, gamma, eps=1e-5):
    std = np.sqrt(variance(x) + eps)
    x_hat = (x - x.mean(axis=0)) / std
    dx = gamma / std * (dy - dy.mean(axis=0) - x_hat * (dy * x_hat).mean(axis=0))
    return dx, (dy * x_hat).sum(axis=0), dy.sum(axis=0)
