# mistake: no-path-through-the-mean
# function: batch_norm_backward
# fails: values
# diagnosed: NN852
import numpy as np


def batch_norm_backward(dy, x, gamma, eps=1e-5):
    n = len(x)
    mu = x.mean(axis=0)
    std = np.sqrt(x.var(axis=0) + eps)
    x_hat = (x - mu) / std
    dx_hat = dy * gamma
    dvar = np.sum(dx_hat * (x - mu), axis=0) * -0.5 * std**-3
    dx = dx_hat / std + dvar * 2 * (x - mu) / n
    dgamma = np.sum(dy * x_hat, axis=0)
    dbeta = np.sum(dy, axis=0)
    return dx, dgamma, dbeta
