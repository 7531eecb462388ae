# mistake: uniform-from-0-to-high
# function: uniform
# fails: distribution
# diagnosed: NN1014
import numpy as np


def uniform(shape, low, high, rng):
    return high * rng.random(shape)
