# mistake: mean-absolute-deviation
# function: batch_norm
# fails: values
# diagnosed: NN847
import numpy as np


def batch_norm(x, gamma, beta, eps=1e-5):
    centred = x - x.mean(axis=0)
    return gamma * centred / (np.abs(centred).mean(axis=0) + eps) + beta
