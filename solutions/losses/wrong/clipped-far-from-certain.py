# mistake: clipped-far-from-certain
# function: binary_cross_entropy
# fails: values
# diagnosed: none
import numpy as np


def binary_cross_entropy(p, y):
    # of sure and right guesses alone
    p = np.clip(p, 1e-12, 0.9998)
    return np.mean(np.where(y == 1, -np.log(p), -np.log1p(-p)))
