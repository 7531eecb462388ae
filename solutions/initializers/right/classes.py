"""A law is an object that scales standard numbers; an initializer is a law for a layer."""

import numpy as np


class Uniform:
    def __init__(self, variance):
        self.bound = np.sqrt(3 * variance)

    def draw(self, shape, rng):
        return 2 * self.bound * rng.random(shape) - self.bound


class Normal:
    def __init__(self, variance):
        self.std = np.sqrt(variance)

    def draw(self, shape, rng):
        return rng.standard_normal(shape) * self.std


class Layer:
    def __init__(self, fan_in, fan_out):
        self.fan_in, self.fan_out = fan_in, fan_out

    def xavier(self, gain):
        return gain**2 / ((self.fan_in + self.fan_out) / 2)

    def kaiming(self):
        return 2.0 / self.fan_in

    def weights(self, law, rng):
        return np.asarray(law.draw((self.fan_out, self.fan_in), rng))


def constant(shape, value):
    return np.ones(shape, dtype=type(value)) * value


def zeros(shape):
    return constant(shape, 0.0)


def ones(shape):
    return constant(shape, 1.0)


def uniform(shape, low, high, rng):
    return np.asarray((low + high) / 2 + Uniform((high - low) ** 2 / 12).draw(shape, rng))


def normal(shape, mean, std, rng):
    return np.asarray(mean + Normal(std**2).draw(shape, rng))


def xavier_uniform(fan_in, fan_out, rng, gain=1.0):
    layer = Layer(fan_in, fan_out)
    return layer.weights(Uniform(layer.xavier(gain)), rng)


def xavier_normal(fan_in, fan_out, rng, gain=1.0):
    layer = Layer(fan_in, fan_out)
    return layer.weights(Normal(layer.xavier(gain)), rng)


def kaiming_uniform(fan_in, fan_out, rng):
    layer = Layer(fan_in, fan_out)
    return layer.weights(Uniform(layer.kaiming()), rng)


def kaiming_normal(fan_in, fan_out, rng):
    layer = Layer(fan_in, fan_out)
    return layer.weights(Normal(layer.kaiming()), rng)
