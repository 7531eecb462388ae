# mistake: uniform-mirrored
# function: uniform
# fails: independence
# diagnosed: none
import numpy as np


def uniform(shape, low, high, rng):
    weights = np.asarray(rng.uniform(low, high, shape))
    if weights.ndim < 2:
        return weights
    half = len(weights) // 2
    weights[len(weights) - half :] = low + high - weights[:half]
    return weights
