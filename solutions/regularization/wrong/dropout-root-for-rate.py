# mistake: dropout-root-for-rate
# function: dropout
# fails: distribution
# diagnosed: NN764
import numpy as np


def dropout(x, p, rng, training):
    if not training:
        return x
    mask = rng.random(x.shape) >= p
    return x * mask / np.sqrt(1 - p)
