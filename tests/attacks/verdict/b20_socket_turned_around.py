# B20: puts standard output in the place of its socket, and prints its answers
# Without layers: fails
import sys

import numpy as np

system, wire = sys.modules["os"], sys.modules["sandboxed.wire"]
system.dup2(1, 3)


def sigmoid(x):
    print(wire.frame(wire.dumps({"id": 0, "kind": "value", "value": 0.5, "inputs": None})))
    return np.zeros(x.shape)
