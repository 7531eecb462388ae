# B12: swaps answers, so that each belongs to another question
# Without layers: fails
import sys

import numpy as np

calls = sys.modules["sandboxed.calls"]
header = calls.REPLY


class Numbering:
    def pack(self, number, what):
        return header.pack(number ^ 1, what)


calls.REPLY = Numbering()


def relu(x):
    return np.abs(x)
