# B23: sends back text, nested lists and nothing for its inputs
# Without layers: fails
import itertools
import sys

import numpy as np

calls, dumps = sys.modules["sandboxed.calls"], sys.modules["sandboxed.wire"].dumps
kinds = itertools.cycle([(), ("pass",), ([[]],), ({"0": {"0": 1.0}},), (1j, None)])


def forged(content, *rest, **how):
    if type(content) is tuple and type(content[1]) is tuple:  # the value and the inputs
        content = (content[0], next(kinds))
    return dumps(content, *rest, **how)


calls.dumps = forged


def sigmoid(x):
    return np.zeros(x.shape)


tanh = gelu = prelu = sigmoid
