# attack: text-for-numbers
# function: batch_norm
# outcome: an array of texts is no array of numbers; l2_penalty keeps its points
import numpy as np


def l2_penalty(w, lam):
    return lam / 2 * np.sum(w**2)


def batch_norm(x, gamma, beta, eps=1e-5):
    y = gamma * (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + eps) + beta
    return np.char.mod("%r", y)
