# attack: object-arrays
# function: log_softmax
# outcome: arrays of Python objects are no numbers; softmax keeps its points
import numpy as np


class Number:
    """Claims to be as near as you like to anything."""

    def __sub__(self, other):
        return 0.0

    __rsub__ = __sub__

    def __float__(self):
        raise ValueError("not that easily")

    def __reduce__(self):
        return print, ("unpickled",)


def softmax(z):
    z = z * 1.0
    e = np.exp(z - z.max(axis=-1, keepdims=True, initial=-np.inf))
    return e / e.sum(axis=-1, keepdims=True)


def log_softmax(z):
    result = np.empty(z.shape, dtype=object)
    for index in np.ndindex(*z.shape):
        result[index] = Number()
    return result
