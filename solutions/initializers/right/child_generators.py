"""Every call takes one number from rng, as the seed of a generator of its own."""

import numpy as np


def child(rng):
    return np.random.default_rng(rng.integers(0, 2**63))


def zeros(shape):
    return np.full(shape, 0.0)


def ones(shape):
    return np.full(shape, 1.0)


def constant(shape, value):
    return np.full(shape, value)


def uniform(shape, low, high, rng):
    return np.asarray(child(rng).uniform(low, high, shape))


def normal(shape, mean, std, rng):
    return np.asarray(child(rng).normal(mean, std, shape))


def xavier_uniform(fan_in, fan_out, rng, gain=1.0):
    bound = gain * np.sqrt(6.0) / np.sqrt(fan_in + fan_out)
    return uniform((fan_out, fan_in), -bound, bound, rng)


def xavier_normal(fan_in, fan_out, rng, gain=1.0):
    (own,) = rng.spawn(1)
    return own.normal(0.0, gain * np.sqrt(2.0 / (fan_in + fan_out)), (fan_in, fan_out)).T


def kaiming_uniform(fan_in, fan_out, rng):
    bound = np.sqrt(2.0) * np.sqrt(3.0 / fan_in)
    return uniform((fan_out, fan_in), -bound, bound, rng)


def kaiming_normal(fan_in, fan_out, rng):
    (own,) = rng.spawn(1)
    return own.normal(0.0, np.sqrt(2.0 / fan_in), (fan_in, fan_out)).T
