# mistake: always-float64
# function: batch_norm
# fails: dtype
# diagnosed: NN016
import numpy as np


def batch_norm(x, gamma, beta, eps=1e-5):
    x = x.astype(np.float64)
    return gamma * (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + eps) + beta
