# B12: sends ten thousand answers at once, one of which may be taken
# Without layers: fails
import sys

import numpy as np

system, wire, calls = (sys.modules[name] for name in ("os", "sandboxed.wire", "sandboxed.calls"))


def sigmoid(x):
    replies = (calls.REPLY.pack(number, calls.VALUE) + wire.dumps(0.5) for number in range(10_000))
    rest = memoryview(b"".join(map(wire.frame, replies)))
    while rest:
        rest = rest[system.write(3, rest) :]
    return np.zeros(x.shape)
