# mistake: one-mean-for-everything
# function: batch_norm
# fails: values
# diagnosed: NN836
import numpy as np


def batch_norm(x, gamma, beta, eps=1e-5):
    return gamma * (x - x.mean()) / np.sqrt(x.var() + eps) + beta
