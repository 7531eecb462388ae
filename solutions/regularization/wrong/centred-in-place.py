# mistake: centred-in-place
# function: batch_norm
# fails: unchanged_inputs
# diagnosed: NN011
import numpy as np


def batch_norm(x, gamma, beta, eps=1e-5):
    x -= x.mean(axis=0)
    return gamma * x / np.sqrt(np.mean(x**2, axis=0) + eps) + beta
