# mistake: dropout-divided-by-p
# function: dropout
# fails: distribution
# diagnosed: NN753
import numpy as np


def dropout(x, p, rng, training):
    if not training:
        return x
    mask = rng.random(x.shape) >= p
    return np.where(mask, x / p if p else x, 0)
