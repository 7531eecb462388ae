# mistake: rounded
# function: cross_entropy
# fails: values
# diagnosed: none
import numpy as np


def cross_entropy(p, y):
    return round(float(-np.sum(y * np.log(p)) / len(p)), 4)
