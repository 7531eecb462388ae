# mistake: normal-with-axes-reversed
# function: normal
# fails: distribution
# diagnosed: NN1031
import numpy as np


def normal(shape, mean, std, rng):
    return rng.normal(mean, std, shape[::-1])
