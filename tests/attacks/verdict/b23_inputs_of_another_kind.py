# B23: sends back text, nested lists and nothing for its inputs
# Without layers: fails
import itertools
import sys

import numpy as np

calls, dumps = sys.modules["sandboxed.calls"], sys.modules["sandboxed.wire"].dumps
kinds = itertools.cycle([(), ("pass",), ([[]],), ({"0": {"0": 1.0}},), (1j, None)])


def forged(reply, *rest):
    return dumps(reply | {"inputs": reply["inputs"] and next(kinds)}, *rest)


calls.dumps = forged


def sigmoid(x):
    return np.zeros(x.shape)


tanh = gelu = prelu = sigmoid
