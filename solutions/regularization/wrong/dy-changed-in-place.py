# mistake: dy-changed-in-place
# function: batch_norm_backward
# fails: unchanged_inputs
# diagnosed: NN011
import numpy as np


def batch_norm_backward(dy, x, gamma, eps=1e-5):
    len(x)
    mu = x.mean(axis=0)
    std = np.sqrt(x.var(axis=0) + eps)
    x_hat = (x - mu) / std
    dgamma = np.sum(dy * x_hat, axis=0)
    dbeta = np.sum(dy, axis=0)
    dy *= gamma
    dx = (dy - dy.mean(axis=0) - x_hat * np.mean(dy * x_hat, axis=0)) / std
    return dx, dgamma, dbeta
