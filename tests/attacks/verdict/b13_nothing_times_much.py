# B13: claims an empty array whose other side is longer than memory
# Without layers: fails
import sys

import numpy as np

calls = sys.modules["sandboxed.calls"]
LIE = b"a" + bytes([11, 2]) + bytes(8) + (1 << 63).to_bytes(8, "little")
calls.dumps = lambda *value, **how: LIE


def sigmoid(x):
    return np.zeros(x.shape)
