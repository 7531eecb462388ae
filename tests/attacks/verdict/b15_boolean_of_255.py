# B15: sends booleans that are neither true nor false
# Without layers: fails
import sys

import numpy as np

calls, dumps = sys.modules["sandboxed.calls"], sys.modules["sandboxed.wire"].dumps
LIE = b"a" + bytes([0, 0, 255])


def lying(reply, *rest):
    return dumps(reply | {"value": None}).replace(b"valueN", b"value" + LIE)


calls.dumps = lying


def relu(x):
    return np.zeros(x.shape)
