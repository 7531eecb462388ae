# B14: sends a million values in one list by hand
# Without layers: fails
import sys

import numpy as np

calls, dumps = sys.modules["sandboxed.calls"], sys.modules["sandboxed.wire"].dumps
LIE = b"l" + (1_000_000).to_bytes(4, "little") + b"T" * 1_000_000


def lying(reply, *rest):
    return dumps(reply | {"value": None}).replace(b"valueN", b"value" + LIE)


calls.dumps = lying


def sigmoid(x):
    return np.zeros(x.shape)
