# mistake: eval-shift-before-scale
# function: batch_norm_eval
# fails: values
# diagnosed: NN887
import numpy as np


def batch_norm_eval(x, gamma, beta, mean, var, eps=1e-5):
    return gamma * ((x - mean) / np.sqrt(var + eps) + beta)
