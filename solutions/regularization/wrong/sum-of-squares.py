# mistake: sum-of-squares
# function: batch_norm
# fails: values
# diagnosed: NN844
import numpy as np


def batch_norm(x, gamma, beta, eps=1e-5):
    centred = x - np.mean(x, axis=0)
    return gamma * centred / np.sqrt(np.sum(centred**2, axis=0) + eps) + beta
