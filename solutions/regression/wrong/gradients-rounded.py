# mistake: gradients-rounded
# function: gradients
# fails: values
# diagnosed: NN023
import numpy as np


def gradients(x, y, w, b):
    error = x @ w + b - y
    return np.round(2 * x.T @ error / len(y), 4), round(float(2 * error.mean()), 4)
