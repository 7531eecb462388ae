# mistake: clipped-at-a-ten-thousandth
# function: binary_cross_entropy
# fails: values
# diagnosed: NN658
import numpy as np


def binary_cross_entropy(p, y):
    p = np.clip(p, 1e-4, 1 - 1e-4)
    return np.mean(np.where(y == 1, -np.log(p), -np.log(1 - p)))
