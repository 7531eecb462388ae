# B13: claims a shape whose product is nought in 64 bits
# Without layers: fails
import sys

import numpy as np

calls = sys.modules["sandboxed.calls"]
LIE = b"a" + bytes([11, 2]) + 2 * (1 << 32).to_bytes(8, "little")
calls.dumps = lambda *value, **how: LIE


def sigmoid(x):
    return np.zeros(x.shape)
