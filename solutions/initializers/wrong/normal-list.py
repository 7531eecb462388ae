# mistake: normal-list
# function: normal
# fails: distribution
# diagnosed: none
import numpy as np


def normal(shape, mean, std, rng):
    return [rng.normal(mean, std) for _ in range(int(np.prod(shape)))]
