# mistake: variance-corrected-again
# function: batch_norm_eval
# fails: values
# diagnosed: NN885
import numpy as np


def batch_norm_eval(x, gamma, beta, mean, var, eps=1e-5):
    n = len(x)
    var = var * n / (n - 1)
    return gamma * (x - mean) / np.sqrt(var + eps) + beta
