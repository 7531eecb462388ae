# mistake: dropout-mirrored-mask
# function: dropout
# fails: independence
# diagnosed: none
import numpy as np


def dropout(x, p, rng, training):
    if not training:
        return x
    mask = np.asarray(rng.random(x.shape) >= p)
    if mask.ndim > 1:
        half = len(mask) // 2
        mask[len(mask) - half :] = mask[:half][::-1]
    return x * mask / (1 - p)
