# B12: numbers its answers with a boolean, a float and a list
# Without layers: fails
import itertools
import sys

import numpy as np

calls, dumps = sys.modules["sandboxed.calls"], sys.modules["sandboxed.wire"].dumps
kinds = itertools.cycle([bool, float, lambda number: [number], str])
calls.dumps = lambda reply, *rest: dumps(reply | {"id": next(kinds)(reply["id"])}, *rest)


def sigmoid(x):
    return np.zeros(x.shape)


tanh = relu = gelu = sigmoid
