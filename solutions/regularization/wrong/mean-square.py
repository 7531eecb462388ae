# mistake: mean-square
# function: batch_norm
# fails: values
# diagnosed: NN845
import numpy as np


def batch_norm(x, gamma, beta, eps=1e-5):
    mu = np.mean(x, axis=0)
    var = np.mean(x**2, axis=0)
    return gamma * (x - mu) / np.sqrt(var + eps) + beta
