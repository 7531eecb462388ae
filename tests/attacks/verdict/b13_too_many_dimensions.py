# B13: claims an array of 255 dimensions
# Without layers: fails
import sys

import numpy as np

calls = sys.modules["sandboxed.calls"]
LIE = b"a" + bytes([11, 255]) + 255 * (1).to_bytes(8, "little") + bytes(8)
calls.dumps = lambda *value, **how: LIE


def sigmoid(x):
    return np.zeros(x.shape)
