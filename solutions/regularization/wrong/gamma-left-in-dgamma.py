# mistake: gamma-left-in-dgamma
# function: batch_norm_backward
# fails: values
# diagnosed: NN869
import numpy as np


def batch_norm_backward(dy, x, gamma, eps=1e-5):
    len(x)
    mu = x.mean(axis=0)
    std = np.sqrt(x.var(axis=0) + eps)
    x_hat = (x - mu) / std
    dx_hat = dy * gamma
    dx = (dx_hat - dx_hat.mean(axis=0) - x_hat * np.mean(dx_hat * x_hat, axis=0)) / std
    dgamma = np.sum(dx_hat * x_hat, axis=0)
    dbeta = np.sum(dy, axis=0)
    return dx, dgamma, dbeta
