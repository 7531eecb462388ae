# B14: nests a hundred thousand lists by hand
# Without layers: fails
import sys

import numpy as np

calls, dumps = sys.modules["sandboxed.calls"], sys.modules["sandboxed.wire"].dumps
LIE = b"l\x01\0\0\0" * 100_000 + b"N"


def lying(reply, *rest):
    return dumps(reply | {"value": None}).replace(b"valueN", b"value" + LIE)


calls.dumps = lying


def sigmoid(x):
    return np.zeros(x.shape)
