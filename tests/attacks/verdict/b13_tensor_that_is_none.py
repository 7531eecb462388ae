# B13: claims that its text is a tensor on the graphics card
# Without layers: fails
import itertools
import sys

import numpy as np

calls = sys.modules["sandboxed.calls"]
DEVICE = b"\x06\0\0\0cuda:0"
LIES = itertools.cycle(
    [b"z" + DEVICE + b"s" + DEVICE, b"z" + DEVICE + b"z" + DEVICE + b"f" + bytes(8), b"z" + DEVICE]
)
calls.dumps = lambda *value, **how: next(LIES)


def sigmoid(x):
    return np.zeros(x.shape)


tanh = relu = sigmoid
