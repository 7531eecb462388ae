# mistake: rows-for-columns
# function: batch_norm
# fails: values
# diagnosed: NN835
import numpy as np


def batch_norm(x, gamma, beta, eps=1e-5):
    mu = x.mean(axis=1, keepdims=True)
    var = x.var(axis=1, keepdims=True)
    return gamma * (x - mu) / np.sqrt(var + eps) + beta
