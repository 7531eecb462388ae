# B12: answers questions at import, before they are asked
# Without layers: fails
import sys

import numpy as np

system, wire, calls = (sys.modules[name] for name in ("os", "sandboxed.wire", "sandboxed.calls"))
system.write(3, wire.frame(wire.dumps([])) * 20)
for number in range(100):
    answer = calls.REPLY.pack(number, calls.VALUE) + wire.dumps(0.5)
    system.write(3, wire.frame(answer))


def sigmoid(x):
    return np.zeros(x.shape)
