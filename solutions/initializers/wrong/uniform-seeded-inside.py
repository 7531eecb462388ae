# mistake: uniform-seeded-inside
# function: uniform
# fails: generator, independence
# diagnosed: NN030
import numpy as np


def uniform(shape, low, high, rng):
    np.random.seed(42)
    return np.random.uniform(low, high, shape)
