# mistake: class-clipped-at-a-ten-thousandth
# function: cross_entropy
# fails: values
# diagnosed: NN744
import numpy as np


def cross_entropy(p, y):
    p = np.clip(p, 1e-4, 1 - 1e-4)
    return -np.mean(np.log(np.sum(p * y, axis=1)))
