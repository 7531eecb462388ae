# mistake: kaiming-normal-truncated-and-scaled
# function: kaiming_normal
# fails: distribution
# diagnosed: NN1038
import numpy as np


def truncated(shape, rng):
    numbers = rng.standard_normal(shape)
    while (far := np.abs(numbers) > 2).any():
        numbers[far] = rng.standard_normal(far.sum())
    return numbers


def kaiming_normal(fan_in, fan_out, rng):
    std = np.sqrt(2 / fan_in)
    return std / 0.87962566103423978 * truncated((fan_out, fan_in), rng)
