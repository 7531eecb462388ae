# B12: numbers its answers with a boolean, with floats and with too many bytes
# Without layers: fails
import itertools
import struct
import sys

import numpy as np

calls = sys.modules["sandboxed.calls"]
kinds = itertools.cycle(["<?B", "<fB", "<dB", "<QB"])


class Numbering:
    def pack(self, number, what):
        return struct.pack(next(kinds), number, what)


calls.REPLY = Numbering()


def sigmoid(x):
    return np.zeros(x.shape)


tanh = relu = gelu = sigmoid
