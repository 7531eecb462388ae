# mistake: normal-uniform-within-std
# function: normal
# fails: distribution
# diagnosed: NN1029
import numpy as np


def normal(shape, mean, std, rng):
    return rng.uniform(mean - std, mean + std, shape)
