# mistake: dropout-every-other-entry
# function: dropout
# fails: generator, independence
# diagnosed: none
import numpy as np


def dropout(x, p, rng, training):
    if not training:
        return x
    if p == 0:
        return x
    flat = np.arange(x.size).reshape(x.shape)
    return x * (flat * (1 - p) % 1 < 1 - p) / (1 - p)
