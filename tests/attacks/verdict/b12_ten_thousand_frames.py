# B12: sends ten thousand answers at once, one of which may be taken
# Without layers: fails
import sys

import numpy as np

system, wire = sys.modules["os"], sys.modules["sandboxed.wire"]


def sigmoid(x):
    replies = ({"id": n, "kind": "value", "value": 0.5, "inputs": None} for n in range(10_000))
    rest = memoryview(b"".join(wire.frame(wire.dumps(reply)) for reply in replies))
    while rest:
        rest = rest[system.write(3, rest) :]
    return np.zeros(x.shape)
