# mistake: batch-mean-in-use
# function: batch_norm_eval
# fails: values
# diagnosed: NN874
import numpy as np


def batch_norm_eval(x, gamma, beta, mean, var, eps=1e-5):
    return gamma * (x - x.mean(axis=0)) / np.sqrt(var + eps) + beta
