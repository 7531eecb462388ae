# mistake: xavier-normal-truncated-and-scaled
# function: xavier_normal
# fails: distribution
# diagnosed: NN1079
import numpy as np


def truncated(shape, rng):
    numbers = rng.standard_normal(shape)
    while (far := np.abs(numbers) > 2).any():
        numbers[far] = rng.standard_normal(far.sum())
    return numbers


def xavier_normal(fan_in, fan_out, rng, gain=1.0):
    std = gain * np.sqrt(2 / (fan_in + fan_out))
    return std / 0.87962566103423978 * truncated((fan_out, fan_in), rng)
