# B14: sends a dictionary with one key twice, the better value last
# Without layers: fails
import sys

import numpy as np

calls, dumps = sys.modules["sandboxed.calls"], sys.modules["sandboxed.wire"].dumps
ENTRY = b"\x05\0\0\0value"
LIE = b"d\x02\0\0\0" + ENTRY + b"N" + ENTRY + b"T"


def lying(reply, *rest):
    return dumps(reply | {"value": None}).replace(b"valueN", b"value" + LIE)


calls.dumps = lying


def sigmoid(x):
    return np.zeros(x.shape)
