# B14: nests a hundred thousand lists by hand
# Without layers: fails
import sys

import numpy as np

calls = sys.modules["sandboxed.calls"]
LIE = b"l\x01\0\0\0" * 100_000 + b"N"
calls.dumps = lambda *value, **how: LIE


def sigmoid(x):
    return np.zeros(x.shape)
