# attack: swaps-its-code
# function: batch_norm
# outcome: right the first time, and another function from then on; l2_penalty keeps its points
import numpy as np


def l2_penalty(w, lam):
    return lam / 2 * np.sum(w**2)


def batch_norm(x, gamma, beta, eps=1e-5):
    batch_norm.__code__ = zeros.__code__
    return gamma * (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + eps) + beta


def zeros(x, gamma, beta, eps=1e-5):
    return x * 0
