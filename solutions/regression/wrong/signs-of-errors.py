# mistake: signs-of-errors
# function: gradients
# fails: values
# diagnosed: NN1421
import numpy as np


def gradients(x, y, w, b):
    error = np.sign(x @ w + b - y)
    n = len(y)
    return x.T @ error / n, error.mean()
