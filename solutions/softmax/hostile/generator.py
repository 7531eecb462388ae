# attack: generator
# function: log_softmax
# outcome: a generator is no array; softmax keeps its points
import numpy as np


def softmax(z):
    z = z * 1.0
    e = np.exp(z - z.max(axis=-1, keepdims=True, initial=-np.inf))
    return e / e.sum(axis=-1, keepdims=True)


def log_softmax(z):
    while True:
        yield 0.0
