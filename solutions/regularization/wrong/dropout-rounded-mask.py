# mistake: dropout-rounded-mask
# function: dropout
# fails: distribution
# diagnosed: NN763
import numpy as np


def dropout(x, p, rng, training):
    if not training:
        return x
    if p == 0:
        return x
    return x * np.round(rng.random(x.shape)) * 2
