# mistake: samples-missing
# function: gradients
# fails: values
# diagnosed: NN1418
import numpy as np


def gradients(x, y, w, b):
    error = x @ w + b - y
    return 2 * error.mean() * np.ones_like(w), 2 * error.mean()
