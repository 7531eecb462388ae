# B23: sends back inputs that cannot be compared with those that came
# Without layers: fails
import sys

import numpy as np

calls, dumps = sys.modules["sandboxed.calls"], sys.modules["sandboxed.wire"].dumps


def forged(reply, *rest):
    inputs = reply["inputs"] and (reply["inputs"][0], np.zeros(2))
    return dumps(reply | {"inputs": inputs}, *rest)


calls.dumps = forged


def prelu(x, alpha):
    return np.zeros(x.shape)


def leaky_relu(x, alpha=0.01):
    return np.zeros(x.shape)
