# mistake: uniform-own-generator
# function: uniform
# fails: generator
# diagnosed: NN032
import numpy as np


GENERATOR = np.random.default_rng(7)


def uniform(shape, low, high, rng):
    return GENERATOR.uniform(low, high, shape)
