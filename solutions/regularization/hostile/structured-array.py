# attack: structured-array
# function: batch_norm
# outcome: records are no numbers; l2_penalty keeps its points
import numpy as np


def l2_penalty(w, lam):
    return lam / 2 * np.sum(w**2)


def batch_norm(x, gamma, beta, eps=1e-5):
    y = np.zeros(x.shape, dtype=[("value", "f8"), ("object", "O")])
    y["value"] = gamma * (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + eps) + beta
    y["object"] = print
    return y
