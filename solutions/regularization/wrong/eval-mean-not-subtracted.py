# mistake: eval-mean-not-subtracted
# function: batch_norm_eval
# fails: values
# diagnosed: NN879
import numpy as np


def batch_norm_eval(x, gamma, beta, mean, var, eps=1e-5):
    return gamma * x / np.sqrt(var + eps) + beta
