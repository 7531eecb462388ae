# mistake: dropout-in-steps-of-five-percent
# function: dropout
# fails: distribution
# diagnosed: none
import numpy as np


def dropout(x, p, rng, training):
    x = x if x.dtype.kind == "f" else x.astype(float)
    if not training:
        return x
    keep = rng.integers(0, 20, x.shape) >= 20 * p
    return np.where(keep, x / (1 - p), 0)
