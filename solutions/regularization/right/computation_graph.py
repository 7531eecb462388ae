"""Batch normalization as a graph of small steps, and each step walked back in turn."""

import numpy as np


def l2_penalty(w, lam):
    flat = np.asarray(w, dtype=w.dtype if w.dtype.kind == "f" else float).ravel()
    return 0.5 * lam * np.dot(flat, flat)


def l2_penalty_grad(w, lam):
    return np.multiply(w, lam)


def forward_steps(x, eps):
    n = x.shape[0]
    mu = np.add.reduce(x, axis=0) / n
    centred = x - mu
    squares = centred**2
    var = np.add.reduce(squares, axis=0) / n
    root = np.sqrt(var + eps)
    inverse = 1 / root
    return centred, root, inverse, centred * inverse


def batch_norm(x, gamma, beta, eps=1e-5):
    *_, x_hat = forward_steps(x, eps)
    return gamma * x_hat + beta


def batch_norm_backward(dy, x, gamma, eps=1e-5):
    n = x.shape[0]
    centred, root, inverse, x_hat = forward_steps(x, eps)
    # y = gamma x_hat + beta
    d_beta = dy.sum(axis=0)
    d_gamma = (dy * x_hat).sum(axis=0)
    d_x_hat = dy * gamma
    # x_hat = centred * inverse, inverse = 1 / root, root = sqrt(var + eps)
    d_inverse = (d_x_hat * centred).sum(axis=0)
    d_root = -d_inverse / root**2
    d_var = d_root / (2 * root)
    # var = mean of the squares of centred
    d_squares = np.ones_like(x) * d_var / n
    d_centred = d_x_hat * inverse + 2 * centred * d_squares
    # centred = x - mu, mu = mean of x
    d_mu = -d_centred.sum(axis=0)
    d_x = d_centred + np.ones_like(x) * d_mu / n
    return d_x, d_gamma, d_beta


def batch_norm_eval(x, gamma, beta, mean, var, eps=1e-5):
    x_hat = (x - mean) / np.sqrt(var + eps)
    return gamma * x_hat + beta


def dropout(x, p, rng, training):
    keep = 1.0 - p if training else 1.0
    gate = np.asarray(rng.binomial(1, keep, size=np.shape(x)))
    scale = gate / keep
    return (x * scale).astype(x.dtype if x.dtype.kind == "f" else float)
