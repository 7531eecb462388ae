# mistake: summed-over-everything
# function: batch_norm_backward
# fails: values
# diagnosed: NN860
import numpy as np


def batch_norm_backward(dy, x, gamma, eps=1e-5):
    n = len(x)
    mu = x.mean(axis=0)
    std = np.sqrt(x.var(axis=0) + eps)
    x_hat = (x - mu) / std
    dx = gamma / (n * std) * (n * dy - dy.sum(axis=0) - x_hat * np.sum(dy * x_hat, axis=0))
    dgamma = np.full_like(gamma, np.sum(dy * x_hat))
    dbeta = np.full_like(gamma, np.sum(dy))
    return dx, dgamma, dbeta
