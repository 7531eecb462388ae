# B19: changes how its process writes numbers
# Without layers: fails
import sys

import numpy as np

encoder = sys.modules["sandboxed.encoder"]
encoder.WRITERS[np.ndarray] = lambda writer, value, depth: writer._put(b"f" + bytes(8))
encoder.WRITERS[float] = lambda writer, value, depth: writer._put(b"T")
encoder.WRITERS[str] = lambda writer, value, depth: writer._put(b"s\x04\0\0\0pass")


def sigmoid(x):
    return np.ones(x.shape)


def tanh(x):
    return 0.5
