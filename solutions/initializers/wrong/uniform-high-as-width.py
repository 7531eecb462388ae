# mistake: uniform-high-as-width
# function: uniform
# fails: distribution
# diagnosed: NN1012
import numpy as np


def uniform(shape, low, high, rng):
    return low + high * rng.random(shape)
