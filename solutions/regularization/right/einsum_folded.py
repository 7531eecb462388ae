"""Sums as einsum; scale and shift folded into one factor and one term for each feature."""

import numpy as np


def l2_penalty(w, lam):
    w = np.ravel(w)
    return lam / 2 * np.einsum("i,i->", w, w)


def l2_penalty_grad(w, lam):
    return lam / 2 * w + lam / 2 * w


def column_mean(a):
    return np.einsum("ij->j", a) / len(a)


def column_moments(x):
    mu = column_mean(x)
    centred = x - mu
    return mu, centred, np.einsum("ij,ij->j", centred, centred) / len(x)


def affine(x, gamma, beta, mean, var, eps):
    scale = gamma * (var + eps) ** -0.5
    return (x - mean) * scale + beta


def batch_norm(x, gamma, beta, eps=1e-5):
    mu, _, var = column_moments(x)
    return affine(x, gamma, beta, mu, var, eps)


def batch_norm_backward(dy, x, gamma, eps=1e-5):
    n = len(x)
    _, centred, var = column_moments(x)
    inverse = (var + eps) ** -0.5
    hat = np.einsum("ij,j->ij", centred, inverse)
    # the projection that takes out of dy its mean and its component along hat
    kept = dy - column_mean(dy) - hat * (np.einsum("ij,ij->j", dy, hat) / n)
    return (
        np.einsum("ij,j,j->ij", kept, gamma, inverse),
        np.einsum("ij,ij->j", dy, hat),
        np.einsum("ij->j", dy),
    )


def batch_norm_eval(x, gamma, beta, mean, var, eps=1e-5):
    return affine(x, gamma, beta, mean, var, eps)


def dropout(x, p, rng, training):
    lost = np.asarray(rng.uniform(size=x.shape)) < (p if training else 0.0)
    scaled = x / (1 - p) if training else x * 1.0
    return np.where(lost, np.zeros_like(scaled), scaled)
