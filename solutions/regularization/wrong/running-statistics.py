# mistake: running-statistics
# function: batch_norm
# fails: values
# diagnosed: none
import numpy as np

running_mean = None


def batch_norm(x, gamma, beta, eps=1e-5):
    global running_mean
    mu = x.mean(axis=0)
    if running_mean is None or running_mean.shape != mu.shape:
        running_mean = mu
    running_mean = 0.9 * running_mean + 0.1 * mu
    return gamma * (x - running_mean) / np.sqrt(x.var(axis=0) + eps) + beta
