# mistake: backward-eps-outside
# function: batch_norm_backward
# fails: values
# diagnosed: NN862
import numpy as np


def batch_norm_backward(dy, x, gamma, eps=1e-5):
    n = len(x)
    centred = x - x.mean(axis=0)
    root = np.sqrt(np.mean(centred**2, axis=0))
    std = root + eps
    dx_hat = dy * gamma
    dstd = -np.sum(dx_hat * centred, axis=0) / std**2
    dcentred = dx_hat / std + dstd * centred / (n * root)
    dx = dcentred - dcentred.mean(axis=0)
    return dx, np.sum(dy * centred / std, axis=0), dy.sum(axis=0)
