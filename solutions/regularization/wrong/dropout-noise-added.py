# mistake: dropout-noise-added
# function: dropout
# fails: distribution
# diagnosed: none
import numpy as np


def dropout(x, p, rng, training):
    if not training:
        return x
    return x + rng.normal(0, np.sqrt(p / (1 - p)), x.shape)
