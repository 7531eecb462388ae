# B12: announces a frame of four gigabytes after a good answer
# Without layers: fails
import sys

import numpy as np

calls, wire = sys.modules["sandboxed.calls"], sys.modules["sandboxed.wire"]
system = sys.modules["os"]


def announcing(reply, *rest):
    system.write(3, wire.frame(wire.dumps(reply)) + b"\xff\xff\xff\xff")
    system._exit(0)


calls.dumps = announcing


def sigmoid(x):
    return np.zeros(x.shape)
