# B13: claims an array of 255 dimensions
# Without layers: fails
import sys

import numpy as np

calls, dumps = sys.modules["sandboxed.calls"], sys.modules["sandboxed.wire"].dumps
LIE = b"a" + bytes([11, 255]) + 255 * (1).to_bytes(8, "little") + bytes(8)


def lying(reply, *rest):
    return dumps(reply | {"value": None}).replace(b"valueN", b"value" + LIE)


calls.dumps = lying


def sigmoid(x):
    return np.zeros(x.shape)
