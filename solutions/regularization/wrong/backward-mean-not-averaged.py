# mistake: backward-mean-not-averaged
# function: batch_norm_backward
# fails: values
# diagnosed: NN890
import numpy as np


def batch_norm_backward(dy, x, gamma, eps=1e-5):
    n, centred = len(x), x - x.mean(axis=0)
    std = np.sqrt(x.var(axis=0) + eps)
    dxhat = dy * gamma
    dvar = np.sum(dxhat * centred, axis=0) * -0.5 / std**3
    dmu = -np.sum(dxhat, axis=0) / std
    dx = dxhat / std + dvar * 2 * centred / n + dmu
    return dx, np.sum(dy * centred / std, axis=0), np.sum(dy, axis=0)
