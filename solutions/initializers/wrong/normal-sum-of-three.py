# mistake: normal-sum-of-three
# function: normal
# fails: distribution
# diagnosed: none
import numpy as np


def normal(shape, mean, std, rng):
    total = sum(np.asarray(rng.random(shape)) for _ in range(3)) - 1.5
    return mean + std * 2 * total
