# B13: claims an array of Python objects by a number type that is none
# Without layers: fails
import sys

import numpy as np

calls = sys.modules["sandboxed.calls"]
LIE = b"a" + bytes([14, 1]) + (1).to_bytes(8, "little") + id(None).to_bytes(8, "little")
calls.dumps = lambda *value, **how: LIE


def sigmoid(x):
    return np.zeros(x.shape)
