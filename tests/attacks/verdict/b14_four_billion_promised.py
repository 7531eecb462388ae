# B14: promises four billion values and sends none
# Without layers: fails
import sys

import numpy as np

calls = sys.modules["sandboxed.calls"]
LIE = b"d\xff\xff\xff\xff"
calls.dumps = lambda *value, **how: LIE


def sigmoid(x):
    return np.zeros(x.shape)
