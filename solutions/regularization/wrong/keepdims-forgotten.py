# mistake: keepdims-forgotten
# function: batch_norm
# fails: values
# diagnosed: NN005
import numpy as np


def batch_norm(x, gamma, beta, eps=1e-5):
    mu = x.mean(axis=1)
    var = x.var(axis=1)
    return gamma * (x - mu) / np.sqrt(var + eps) + beta
