# mistake: rows-of-logits-over-classes
# function: softmax_cross_entropy
# fails: values
# diagnosed: NN748
import numpy as np


def softmax_cross_entropy(z, y):
    shifted = z - z.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return -np.sum(y * log_p) / z.shape[1]
