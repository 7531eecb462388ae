# mistake: clipped-to-a-thousandth
# function: binary_cross_entropy
# fails: values
# diagnosed: NN658
import numpy as np


def binary_cross_entropy(p, y):
    p = np.clip(p, 0.001, 0.999)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
