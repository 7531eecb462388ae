# B12: answers questions at import, before they are asked
# Without layers: fails
import sys

import numpy as np

system, wire = sys.modules["os"], sys.modules["sandboxed.wire"]
system.write(3, wire.frame(wire.dumps([])) * 20)
for number in range(100):
    answer = {"id": number, "kind": "value", "value": 0.5, "inputs": None}
    system.write(3, wire.frame(wire.dumps(answer)))


def sigmoid(x):
    return np.zeros(x.shape)
