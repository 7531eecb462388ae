# mistake: dropout-always-float64
# function: dropout
# fails: dtype
# diagnosed: NN016
import numpy as np


def dropout(x, p, rng, training):
    if not training:
        return x
    mask = (rng.random(x.shape) >= p) / (1 - p)
    return x * np.asarray(mask, dtype=np.float64)
