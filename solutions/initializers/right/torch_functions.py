import math

import torch


def zeros(shape):
    return torch.zeros(shape)


def ones(shape):
    return torch.ones(shape)


def constant(shape, value):
    return torch.full(shape, value)


def uniform(shape, low, high, rng):
    return low + (high - low) * torch.rand(shape, generator=rng, device=rng.device)


def normal(shape, mean, std, rng):
    return mean + std * torch.randn(shape, generator=rng, device=rng.device)


def xavier_uniform(fan_in, fan_out, rng, gain=1.0):
    bound = gain * math.sqrt(6 / (fan_in + fan_out))
    return uniform((fan_out, fan_in), -bound, bound, rng)


def xavier_normal(fan_in, fan_out, rng, gain=1.0):
    return normal((fan_out, fan_in), 0.0, gain * math.sqrt(2 / (fan_in + fan_out)), rng)


def kaiming_uniform(fan_in, fan_out, rng):
    bound = math.sqrt(6 / fan_in)
    return uniform((fan_out, fan_in), -bound, bound, rng)


def kaiming_normal(fan_in, fan_out, rng):
    return normal((fan_out, fan_in), 0.0, math.sqrt(2 / fan_in), rng)
