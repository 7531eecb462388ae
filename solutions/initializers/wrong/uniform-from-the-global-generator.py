# mistake: uniform-from-the-global-generator
# function: uniform
# fails: generator, independence
# diagnosed: NN031
import numpy as np


def uniform(shape, low, high, rng):
    return np.random.uniform(low, high, shape)
