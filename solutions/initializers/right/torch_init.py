"""What torch.nn.init has for each of them."""

import torch
from torch.nn import init


def empty(shape, rng=None):
    return torch.empty(shape, device=rng.device if rng else None)


def zeros(shape):
    return init.zeros_(empty(shape))


def ones(shape):
    return init.ones_(empty(shape))


def constant(shape, value):
    return init.constant_(torch.empty(shape, dtype=torch.tensor(value).dtype), value)


def uniform(shape, low, high, rng):
    return init.uniform_(empty(shape, rng), low, high, generator=rng)


def normal(shape, mean, std, rng):
    return init.normal_(empty(shape, rng), mean, std, generator=rng)


def xavier_uniform(fan_in, fan_out, rng, gain=1.0):
    return init.xavier_uniform_(empty((fan_out, fan_in), rng), gain, generator=rng)


def xavier_normal(fan_in, fan_out, rng, gain=1.0):
    return init.xavier_normal_(empty((fan_out, fan_in), rng), gain, generator=rng)


def kaiming_uniform(fan_in, fan_out, rng):
    return init.kaiming_uniform_(empty((fan_out, fan_in), rng), nonlinearity="relu", generator=rng)


def kaiming_normal(fan_in, fan_out, rng):
    return init.kaiming_normal_(empty((fan_out, fan_in), rng), nonlinearity="relu", generator=rng)
