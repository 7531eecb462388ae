# B12: sends an answer of its own before the one that its result becomes
# Without layers: fails
import sys

import numpy as np

system, wire, calls = (sys.modules[name] for name in ("os", "sandboxed.wire", "sandboxed.calls"))


def sigmoid(x):
    number = sys._getframe(1).f_locals["number"]
    answer = calls.REPLY.pack(number, calls.VALUE) + wire.dumps(np.full(x.shape, 0.5))
    system.write(3, wire.frame(answer))
    return np.zeros(x.shape)
