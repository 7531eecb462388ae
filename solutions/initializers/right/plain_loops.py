"""One number after the other, in plain Python."""

import math

import numpy as np


def filled(shape, draw):
    """Nested lists of this shape; every entry is drawn anew."""
    if not shape:
        return draw()
    return [filled(shape[1:], draw) for _ in range(shape[0])]


def as_array(shape, draw):
    return np.array(filled(tuple(shape), draw), dtype=float).reshape(shape)


def zeros(shape):
    return as_array(shape, lambda: 0.0)


def ones(shape):
    return as_array(shape, lambda: 1.0)


def constant(shape, value):
    return np.array(filled(tuple(shape), lambda: value), dtype=type(value)).reshape(shape)


def uniform(shape, low, high, rng):
    return as_array(shape, lambda: low + (high - low) * rng.random())


def normal(shape, mean, std, rng):
    return as_array(shape, lambda: rng.normal(mean, std))


def xavier_uniform(fan_in, fan_out, rng, gain=1.0):
    bound = gain * math.sqrt(6 / (fan_in + fan_out))
    return np.array([[rng.uniform(-bound, bound) for _ in range(fan_in)] for _ in range(fan_out)])


def xavier_normal(fan_in, fan_out, rng, gain=1.0):
    std = gain * math.sqrt(2 / (fan_in + fan_out))
    return np.array([[rng.normal(0, std) for _ in range(fan_in)] for _ in range(fan_out)])


def kaiming_uniform(fan_in, fan_out, rng):
    bound = math.sqrt(6 / fan_in)
    return np.array([[rng.uniform(-bound, bound) for _ in range(fan_in)] for _ in range(fan_out)])


def kaiming_normal(fan_in, fan_out, rng):
    std = math.sqrt(2 / fan_in)
    return np.array([[rng.normal(0, std) for _ in range(fan_in)] for _ in range(fan_out)])
