# B14: sends text that is no UTF-8, with lone surrogates
# Without layers: fails
import sys

import numpy as np

calls = sys.modules["sandboxed.calls"]
LIE = b"s\x06\0\0\0\xed\xa0\x80\xff\xfe\x80"
calls.dumps = lambda *value, **how: LIE


def sigmoid(x):
    return np.zeros(x.shape)
