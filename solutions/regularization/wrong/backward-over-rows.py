# mistake: backward-over-rows
# function: batch_norm_backward
# fails: values
# diagnosed: NN864
import numpy as np


def batch_norm_backward(dy, x, gamma, eps=1e-5):
    d = x.shape[1]
    mu = x.mean(axis=1, keepdims=True)
    std = np.sqrt(x.var(axis=1, keepdims=True) + eps)
    x_hat = (x - mu) / std
    g = dy * gamma
    dx = (g - g.mean(axis=1, keepdims=True) - x_hat * (g * x_hat).sum(axis=1, keepdims=True) / d) / std
    dgamma = np.sum(dy * x_hat, axis=0)
    dbeta = np.sum(dy, axis=0)
    return dx, dgamma, dbeta
