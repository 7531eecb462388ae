# B12: announces a frame of four gigabytes after a good answer
# Without layers: fails
import sys

import numpy as np

calls, wire = sys.modules["sandboxed.calls"], sys.modules["sandboxed.wire"]
system = sys.modules["os"]


def announcing(value, *rest, **how):
    system.write(3, wire.frame(calls.REPLY.pack(0, calls.VALUE) + wire.dumps(value)) + b"\xff\xff\xff\xff")
    system._exit(0)


calls.dumps = announcing


def sigmoid(x):
    return np.zeros(x.shape)
