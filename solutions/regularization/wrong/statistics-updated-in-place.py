# mistake: statistics-updated-in-place
# function: batch_norm_eval
# fails: unchanged_inputs
# diagnosed: NN011
import numpy as np


def batch_norm_eval(x, gamma, beta, mean, var, eps=1e-5):
    y = gamma * (x - mean) / np.sqrt(var + eps) + beta
    if len(x):
        mean *= 0.9
        mean += 0.1 * x.mean(axis=0)
    return y
