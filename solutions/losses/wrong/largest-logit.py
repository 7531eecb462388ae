# mistake: largest-logit
# function: softmax_cross_entropy
# fails: values
# diagnosed: NN734
import numpy as np


def softmax_cross_entropy(z, y):
    shifted = z - z.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return -np.mean(log_p[np.arange(len(z)), z.argmax(axis=1)])
