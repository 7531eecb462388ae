# mistake: mean-not-subtracted
# function: batch_norm
# fails: values
# diagnosed: NN842
import numpy as np


def batch_norm(x, gamma, beta, eps=1e-5):
    return gamma * x / np.sqrt(x.var(axis=0) + eps) + beta
