# mistake: outliers-clipped
# function: batch_norm
# fails: values
# diagnosed: none
import numpy as np


def batch_norm(x, gamma, beta, eps=1e-5):
    x_hat = (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + eps)
    return gamma * np.clip(x_hat, -5, 5) + beta
