# mistake: base-ten
# function: cross_entropy
# fails: values
# diagnosed: NN722
import numpy as np


def cross_entropy(p, y):
    return -np.sum(y * np.log10(p)) / len(p)
