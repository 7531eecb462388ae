# mistake: epsilon-in-the-logarithm
# function: log_softmax
# fails: values
# diagnosed: NN328
import numpy as np


def log_softmax(z):
    z = z * 1.0
    e = np.exp(z - z.max(axis=-1, keepdims=True, initial=-np.inf))
    p = e / e.sum(axis=-1, keepdims=True)
    return np.log(p + 1e-8)
