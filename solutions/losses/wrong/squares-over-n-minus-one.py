# mistake: squares-over-n-minus-one
# function: mse
# fails: values
# diagnosed: NN638
import numpy as np


def mse(p, y):
    # like a variance estimated from a sample
    return np.sum((p - y) ** 2) / max(p.size - 1, 1)
