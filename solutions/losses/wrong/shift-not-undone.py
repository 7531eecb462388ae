# mistake: shift-not-undone
# function: softmax_cross_entropy
# fails: values
# diagnosed: NN733
import numpy as np


def softmax_cross_entropy(z, y):
    top = z.max(axis=1, keepdims=True)
    log_sum = np.log(np.exp(z - top).sum(axis=1))
    return np.mean(log_sum - (y * z).sum(axis=1))
