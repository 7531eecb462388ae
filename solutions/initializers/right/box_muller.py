"""All numbers come out of rng.random: normal ones by Box and Muller, in pairs."""

import numpy as np


def zeros(shape):
    return np.zeros(shape, dtype=np.float64)


def ones(shape):
    return zeros(shape) + 1.0


def constant(shape, value):
    answer = np.empty(shape, dtype=np.asarray(value).dtype)
    answer[...] = value
    return answer


def uniform(shape, low, high, rng):
    share = np.asarray(rng.random(shape))
    return (1 - share) * low + share * high


def normal(shape, mean, std, rng):
    size = int(np.prod(shape))
    pairs = (size + 1) // 2
    radius = np.sqrt(-2 * np.log(1 - rng.random(pairs)))
    angle = 2 * np.pi * rng.random(pairs)
    numbers = np.concatenate([radius * np.cos(angle), radius * np.sin(angle)])[:size]
    return mean + std * numbers.reshape(shape)


def xavier_uniform(fan_in, fan_out, rng, gain=1.0):
    bound = gain * (6 / (fan_in + fan_out)) ** 0.5
    return uniform((fan_out, fan_in), -bound, bound, rng)


def xavier_normal(fan_in, fan_out, rng, gain=1.0):
    return normal((fan_out, fan_in), 0.0, gain * (2 / (fan_in + fan_out)) ** 0.5, rng)


def kaiming_uniform(fan_in, fan_out, rng):
    bound = (6 / fan_in) ** 0.5
    return uniform((fan_out, fan_in), -bound, bound, rng)


def kaiming_normal(fan_in, fan_out, rng):
    return normal((fan_out, fan_in), 0.0, (2 / fan_in) ** 0.5, rng)
