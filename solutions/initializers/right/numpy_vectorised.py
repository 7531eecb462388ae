import numpy as np


def zeros(shape):
    return np.zeros(shape)


def ones(shape):
    return np.ones(shape)


def constant(shape, value):
    return np.full(shape, value)


def uniform(shape, low, high, rng):
    return rng.uniform(low, high, size=shape)


def normal(shape, mean, std, rng):
    return rng.normal(mean, std, size=shape)


def xavier_uniform(fan_in, fan_out, rng, gain=1.0):
    bound = gain * np.sqrt(6 / (fan_in + fan_out))
    return uniform((fan_out, fan_in), -bound, bound, rng)


def xavier_normal(fan_in, fan_out, rng, gain=1.0):
    return normal((fan_out, fan_in), 0, gain * np.sqrt(2 / (fan_in + fan_out)), rng)


def kaiming_uniform(fan_in, fan_out, rng):
    bound = np.sqrt(6 / fan_in)
    return uniform((fan_out, fan_in), -bound, bound, rng)


def kaiming_normal(fan_in, fan_out, rng):
    return normal((fan_out, fan_in), 0, np.sqrt(2 / fan_in), rng)
