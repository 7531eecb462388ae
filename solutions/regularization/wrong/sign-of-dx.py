# mistake: sign-of-dx
# function: batch_norm_backward
# fails: values
# diagnosed: NN865
import numpy as np


def batch_norm_backward(dy, x, gamma, eps=1e-5):
    n = len(x)
    mu = x.mean(axis=0)
    std = np.sqrt(x.var(axis=0) + eps)
    x_hat = (x - mu) / std
    dx = -gamma / (n * std) * (n * dy - dy.sum(axis=0) - x_hat * np.sum(dy * x_hat, axis=0))
    dgamma = np.sum(dy * x_hat, axis=0)
    dbeta = np.sum(dy, axis=0)
    return dx, dgamma, dbeta
