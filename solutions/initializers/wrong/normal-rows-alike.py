# mistake: normal-rows-alike
# function: normal
# fails: independence
# diagnosed: none
import numpy as np


def normal(shape, mean, std, rng):
    weights = np.asarray(rng.normal(mean, std, shape))
    if weights.ndim > 1:
        weights[1::2] = weights[: 2 * (len(weights) // 2) : 2]
    return weights
