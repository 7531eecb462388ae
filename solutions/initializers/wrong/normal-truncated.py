# mistake: normal-truncated
# function: normal
# fails: distribution
# diagnosed: NN1030
import numpy as np


def normal(shape, mean, std, rng):
    numbers = np.atleast_1d(rng.standard_normal(shape))
    while (far := np.abs(numbers) > 2).any():
        numbers[far] = rng.standard_normal(far.sum())
    return mean + std * numbers.reshape(shape)
