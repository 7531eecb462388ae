# mistake: unbiased-variance
# function: batch_norm
# fails: values
# diagnosed: NN831
import numpy as np


def batch_norm(x, gamma, beta, eps=1e-5):
    mu = x.mean(axis=0)
    var = x.var(axis=0, ddof=1)
    return gamma * (x - mu) / np.sqrt(var + eps) + beta
