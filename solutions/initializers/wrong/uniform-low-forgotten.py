# mistake: uniform-low-forgotten
# function: uniform
# fails: distribution
# diagnosed: NN1013
import numpy as np


def uniform(shape, low, high, rng):
    return (high - low) * rng.random(shape)
