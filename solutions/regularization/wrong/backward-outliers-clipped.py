# mistake: backward-outliers-clipped
# function: batch_norm_backward
# fails: values
# diagnosed: none
import numpy as np


def batch_norm_backward(dy, x, gamma, eps=1e-5):
    n = len(x)
    std = np.sqrt(x.var(axis=0) + eps)
    x_hat = np.clip((x - x.mean(axis=0)) / std, -5, 5)
    dgamma, dbeta = np.sum(dy * x_hat, axis=0), np.sum(dy, axis=0)
    return gamma / (n * std) * (n * dy - dbeta - x_hat * dgamma), dgamma, dbeta
