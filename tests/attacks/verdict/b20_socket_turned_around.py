# B20: puts standard output in the place of its socket, and prints its answers
# Without layers: fails
import sys

import numpy as np

system, wire, calls = (sys.modules[name] for name in ("os", "sandboxed.wire", "sandboxed.calls"))
system.dup2(1, 3)


def sigmoid(x):
    print(wire.frame(calls.REPLY.pack(0, calls.VALUE) + wire.dumps(0.5)))
    return np.zeros(x.shape)
