# mistake: mean-and-variance-exchanged
# function: batch_norm_eval
# fails: values
# diagnosed: NN883
import numpy as np


def batch_norm_eval(x, gamma, beta, mean, var, eps=1e-5):
    return gamma * (x - var) / np.sqrt(np.abs(mean) + eps) + beta
