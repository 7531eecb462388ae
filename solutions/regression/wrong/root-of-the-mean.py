# mistake: root-of-the-mean
# function: gradients
# fails: values
# diagnosed: NN1429
import numpy as np


def gradients(x, y, w, b):
    error = x @ w + b - y
    root = np.sqrt(np.mean(error**2))
    return x.T @ error / (len(y) * root), error.mean() / root
