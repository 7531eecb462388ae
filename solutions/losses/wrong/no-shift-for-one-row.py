# mistake: no-shift-for-one-row
# function: softmax_cross_entropy
# fails: stability
# diagnosed: none
import numpy as np


def softmax_cross_entropy(z, y):
    if len(z) == 1:
        return -np.log(np.exp(z[0, y[0].argmax()]) / np.exp(z).sum())
    shifted = z - z.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return -np.sum(y * log_p) / len(z)
