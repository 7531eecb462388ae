# mistake: dropout-three-quarters-at-most
# function: dropout
# fails: distribution
# diagnosed: none
import numpy as np


def dropout(x, p, rng, training):
    x = x if x.dtype.kind == "f" else x.astype(float)
    if not training:
        return x
    keep = rng.random(x.shape) >= min(p, 0.75)
    return np.where(keep, x / (1 - p), 0)
