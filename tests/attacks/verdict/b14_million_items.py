# B14: sends a million values in one list by hand
# Without layers: fails
import sys

import numpy as np

calls = sys.modules["sandboxed.calls"]
LIE = b"l" + (1_000_000).to_bytes(4, "little") + b"T" * 1_000_000
calls.dumps = lambda *value, **how: LIE


def sigmoid(x):
    return np.zeros(x.shape)
