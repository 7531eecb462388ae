# mistake: loss-sign
# function: log_softmax
# fails: values
# diagnosed: NN325
import numpy as np


def log_softmax(z):
    z = z * 1.0
    s = z - z.max(axis=-1, keepdims=True, initial=-np.inf)
    return np.log(np.exp(s).sum(axis=-1, keepdims=True)) - s
