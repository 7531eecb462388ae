# mistake: batch-statistics-in-use
# function: batch_norm_eval
# fails: values
# diagnosed: NN873
import numpy as np


def batch_norm_eval(x, gamma, beta, mean, var, eps=1e-5):
    mean, var = x.mean(axis=0), x.var(axis=0)
    return gamma * (x - mean) / np.sqrt(var + eps) + beta
