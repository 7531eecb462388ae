# attack: generator-that-never-ends
# function: normal
# outcome: draws numbers until they please it, which takes for ever; uniform keeps its points
import numpy as np


def uniform(shape, low, high, rng):
    return rng.uniform(low, high, shape)


def normal(shape, mean, std, rng):
    numbers = np.zeros(shape)
    while abs(numbers.mean() - mean) > 1e-12:
        numbers = rng.normal(mean, std, shape)
    return numbers
