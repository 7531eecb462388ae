# mistake: eps-outside-in-backward-too
# function: batch_norm
# fails: values
# diagnosed: NN832
import numpy as np


def batch_norm(x, gamma, beta, eps=1e-5):
    return gamma * (x - x.mean(axis=0)) / (x.std(axis=0) + eps) + beta


def batch_norm_backward(dy, x, gamma, eps=1e-5):
    n = len(x)
    std = np.sqrt(x.var(axis=0) + eps)
    x_hat = batch_norm(x, np.ones_like(gamma), np.zeros_like(gamma), eps)
    dgamma, dbeta = np.sum(dy * x_hat, axis=0), np.sum(dy, axis=0)
    return gamma / (n * std) * (n * dy - dbeta - x_hat * dgamma), dgamma, dbeta
