# B13: sends an array with further answers behind it in the same frame
# Without layers: fails
import sys

import numpy as np

calls = sys.modules["sandboxed.calls"]
LIE = b"f" + bytes(8) + b"i" + bytes(8) + b"T" * 10
calls.dumps = lambda *value, **how: LIE


def sigmoid(x):
    return np.zeros(x.shape)
