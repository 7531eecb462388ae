# mistake: prediction-and-label-exchanged
# function: cross_entropy
# fails: values
# diagnosed: NN745
import numpy as np


def cross_entropy(p, y):
    return -np.sum(p * np.log(y + 1e-9)) / p.shape[0]
