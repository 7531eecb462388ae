# mistake: brier-score
# function: cross_entropy
# fails: values
# diagnosed: NN712
import numpy as np


def cross_entropy(p, y):
    return np.mean(np.sum((p - y) ** 2, axis=1))
