# mistake: positive-samples-only
# function: binary_cross_entropy
# fails: values
# diagnosed: NN649
import numpy as np


def binary_cross_entropy(p, y):
    return -np.mean(y * np.log(p))
