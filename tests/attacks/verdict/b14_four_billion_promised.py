# B14: promises four billion values and sends none
# Without layers: fails
import sys

import numpy as np

calls, dumps = sys.modules["sandboxed.calls"], sys.modules["sandboxed.wire"].dumps
LIE = b"d\xff\xff\xff\xff"


def lying(reply, *rest):
    return dumps(reply | {"value": None}).replace(b"valueN", b"value" + LIE)


calls.dumps = lying


def sigmoid(x):
    return np.zeros(x.shape)
