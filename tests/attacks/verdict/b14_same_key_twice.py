# B14: sends a dictionary with one key twice, the better value last
# Without layers: fails
import sys

import numpy as np

calls = sys.modules["sandboxed.calls"]
ENTRY = b"\x05\0\0\0value"
LIE = b"d\x02\0\0\0" + ENTRY + b"N" + ENTRY + b"T"
calls.dumps = lambda *value, **how: LIE


def sigmoid(x):
    return np.zeros(x.shape)
