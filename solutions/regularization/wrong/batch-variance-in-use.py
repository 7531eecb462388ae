# mistake: batch-variance-in-use
# function: batch_norm_eval
# fails: values
# diagnosed: NN875
import numpy as np


def batch_norm_eval(x, gamma, beta, mean, var, eps=1e-5):
    return gamma * (x - mean) / np.sqrt(np.var(x, axis=0) + eps) + beta
