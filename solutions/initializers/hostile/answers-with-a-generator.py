# attack: answers-with-a-generator
# function: kaiming_uniform
# outcome: a generator is no answer, and neither is whatever its own class makes of it; ones keeps its points
import numpy as np


class Weights(np.random.Generator):
    """Claims to be an array."""

    shape, dtype, ndim = (120, 270), np.dtype(float), 2

    def __array__(self, *arguments, **keywords):
        return self.normal(0, 0.1, self.shape)


def ones(shape):
    return np.ones(shape)


def kaiming_uniform(fan_in, fan_out, rng):
    return Weights(rng.bit_generator)
