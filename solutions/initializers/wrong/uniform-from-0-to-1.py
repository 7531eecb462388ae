# mistake: uniform-from-0-to-1
# function: uniform
# fails: distribution
# diagnosed: NN1011
import numpy as np


def uniform(shape, low, high, rng):
    return rng.random(shape)
