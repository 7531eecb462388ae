# B12: leaves half a frame on the socket, so that its real answer completes it
# Without layers: fails
import sys

import numpy as np

system, wire = sys.modules["os"], sys.modules["sandboxed.wire"]


def sigmoid(x):
    number = sys._getframe(1).f_locals["request"]["id"]
    answer = {"id": number, "kind": "value", "value": "A" * 400, "inputs": None}
    system.write(3, wire.frame(wire.dumps(answer))[:100])
    return np.zeros(x.shape)
