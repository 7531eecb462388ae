"""The formulas, an array operation for each sign in them."""

import numpy as np


def l2_penalty(w, lam):
    return lam / 2 * np.sum(w**2)


def l2_penalty_grad(w, lam):
    return lam * w


def batch_norm(x, gamma, beta, eps=1e-5):
    mu = x.mean(axis=0)
    var = x.var(axis=0)
    return gamma * (x - mu) / np.sqrt(var + eps) + beta


def batch_norm_backward(dy, x, gamma, eps=1e-5):
    mu = x.mean(axis=0)
    std = np.sqrt(x.var(axis=0) + eps)
    x_hat = (x - mu) / std
    dgamma = np.sum(dy * x_hat, axis=0)
    dbeta = np.sum(dy, axis=0)
    dx = gamma / std * (dy - dbeta / len(x) - x_hat * dgamma / len(x))
    return dx, dgamma, dbeta


def batch_norm_eval(x, gamma, beta, mean, var, eps=1e-5):
    return gamma * (x - mean) / np.sqrt(var + eps) + beta


def dropout(x, p, rng, training):
    if not training:
        return x
    mask = rng.random(x.shape) >= p
    return x * mask / (1 - p)
