# mistake: no-shift
# function: softmax_cross_entropy
# fails: stability
# diagnosed: NN694
import numpy as np


def softmax_cross_entropy(z, y):
    log_sum = np.log(np.exp(z).sum(axis=1, keepdims=True))
    return -np.sum(y * (z - log_sum)) / len(z)
