# attack: wrong-shapes
# function: log_softmax
# outcome: shapes that cannot be compared are a failure, not a crash; softmax keeps its points
import numpy as np


def softmax(z):
    z = z * 1.0
    e = np.exp(z - z.max(axis=-1, keepdims=True, initial=-np.inf))
    return e / e.sum(axis=-1, keepdims=True)


def log_softmax(z):
    shapes = [(), (0,), (1, *z.shape, 1), z.shape[::-1], (7, 5, 3)]
    return np.zeros(shapes[int(z.size) % len(shapes)])
