# B13: claims an array of Python objects by a number type that is none
# Without layers: fails
import sys

import numpy as np

calls, dumps = sys.modules["sandboxed.calls"], sys.modules["sandboxed.wire"].dumps
LIE = b"a" + bytes([14, 1]) + (1).to_bytes(8, "little") + id(None).to_bytes(8, "little")


def lying(reply, *rest):
    return dumps(reply | {"value": None}).replace(b"valueN", b"value" + LIE)


calls.dumps = lying


def sigmoid(x):
    return np.zeros(x.shape)
