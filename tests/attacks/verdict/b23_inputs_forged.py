# B23: sends back inputs that cannot be compared with those that came
# Without layers: fails
import sys

import numpy as np

calls, dumps = sys.modules["sandboxed.calls"], sys.modules["sandboxed.wire"].dumps


def forged(content, *rest, **how):
    if type(content) is tuple and type(content[1]) is tuple:  # the value and the inputs
        content = (content[0], (content[1][0], np.zeros(2)))
    return dumps(content, *rest, **how)


calls.dumps = forged


def prelu(x, alpha):
    return np.zeros(x.shape)


def leaky_relu(x, alpha=0.01):
    return np.zeros(x.shape)
