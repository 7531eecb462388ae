# B12: swaps answers, so that each belongs to another question
# Without layers: fails
import sys

import numpy as np

calls, dumps = sys.modules["sandboxed.calls"], sys.modules["sandboxed.wire"].dumps
calls.dumps = lambda reply, *rest: dumps(reply | {"id": reply["id"] ^ 1}, *rest)


def relu(x):
    return np.abs(x)
