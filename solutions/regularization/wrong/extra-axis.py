# mistake: extra-axis
# function: batch_norm_eval
# fails: values, shapes
# diagnosed: none
import numpy as np


def batch_norm_eval(x, gamma, beta, mean, var, eps=1e-5):
    y = gamma * (x - mean) / np.sqrt(var + eps) + beta
    return y[np.newaxis]
