# B12: sends an answer of its own before the one that its result becomes
# Without layers: fails
import sys

import numpy as np

system, wire = sys.modules["os"], sys.modules["sandboxed.wire"]


def sigmoid(x):
    request = sys._getframe(1).f_locals["request"]
    answer = {"id": request["id"], "kind": "value", "value": np.full(x.shape, 0.5), "inputs": None}
    system.write(3, wire.frame(wire.dumps(answer)))
    return np.zeros(x.shape)
