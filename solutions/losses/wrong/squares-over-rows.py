# mistake: squares-over-rows
# function: mse
# fails: values
# diagnosed: NN618
import numpy as np


def mse(p, y):
    # the mean over the batch
    n = p.shape[0] if p.ndim else 1
    return ((p - y) ** 2).sum() / n
