# mistake: uniform-from-minus-high
# function: uniform
# fails: distribution
# diagnosed: NN1015
import numpy as np


def uniform(shape, low, high, rng):
    return (2 * rng.random(shape) - 1) * high
