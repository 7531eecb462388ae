# B13: claims that its text is a tensor on the graphics card
# Without layers: fails
import sys

import numpy as np

calls, dumps = sys.modules["sandboxed.calls"], sys.modules["sandboxed.wire"].dumps
DEVICE = b"\x06\0\0\0cuda:0"
LIES = [b"z" + DEVICE + b"s" + DEVICE, b"z" + DEVICE + b"z" + DEVICE + b"f" + bytes(8), b"z" + DEVICE]


def lying(reply, *rest):
    return dumps(reply | {"value": None}).replace(b"valueN", b"value" + LIES[reply["id"] % 3])


calls.dumps = lying


def sigmoid(x):
    return np.zeros(x.shape)


tanh = relu = sigmoid
