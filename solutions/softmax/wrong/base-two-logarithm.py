# mistake: base-two-logarithm
# function: log_softmax
# fails: values
# diagnosed: NN326
import numpy as np


def log_softmax(z):
    z = z * 1.0
    s = z - z.max(axis=-1, keepdims=True, initial=-np.inf)
    log_p = s - np.log(np.exp(s).sum(axis=-1, keepdims=True))
    return log_p / np.log(z.dtype.type(2))
