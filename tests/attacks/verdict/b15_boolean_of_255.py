# B15: sends booleans that are neither true nor false
# Without layers: fails
import sys

import numpy as np

calls = sys.modules["sandboxed.calls"]
LIE = b"a" + bytes([0, 0, 255])
calls.dumps = lambda *value, **how: LIE


def relu(x):
    return np.zeros(x.shape)
