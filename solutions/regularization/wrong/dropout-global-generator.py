# mistake: dropout-global-generator
# function: dropout
# fails: generator
# diagnosed: NN031
import numpy as np


def dropout(x, p, rng, training):
    if not training:
        return x
    mask = np.random.rand(*x.shape) >= p
    return x * mask / (1 - p)
