# attack: patched-random
# function: uniform
# outcome: numpy's own seeding and generators are replaced, for the submission's process alone; zeros keeps its points
import numpy as np

np.random.default_rng = lambda seed=None: 4
np.random.seed = lambda seed=None: None


def zeros(shape):
    return np.zeros(shape)


def uniform(shape, low, high, rng):
    return np.random.uniform(low, high, shape)
