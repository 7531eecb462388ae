# mistake: eval-gamma-forgotten
# function: batch_norm_eval
# fails: values
# diagnosed: NN881
import numpy as np


def batch_norm_eval(x, gamma, beta, mean, var, eps=1e-5):
    return (x - mean) / np.sqrt(var + eps) + beta
