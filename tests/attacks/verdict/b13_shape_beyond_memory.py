# B13: claims an array of a trillion entries and sends none
# Without layers: fails
import sys

import numpy as np

calls = sys.modules["sandboxed.calls"]
LIE = b"a" + bytes([11, 1]) + (1 << 40).to_bytes(8, "little")
calls.dumps = lambda *value, **how: LIE


def sigmoid(x):
    return np.zeros(x.shape)
