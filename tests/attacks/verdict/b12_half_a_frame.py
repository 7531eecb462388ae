# B12: leaves half a frame on the socket, so that its real answer completes it
# Without layers: fails
import sys

import numpy as np

system, wire, calls = (sys.modules[name] for name in ("os", "sandboxed.wire", "sandboxed.calls"))


def sigmoid(x):
    answer = calls.REPLY.pack(sys._getframe(1).f_locals["number"], calls.VALUE) + wire.dumps("A" * 400)
    system.write(3, wire.frame(answer)[:100])
    return np.zeros(x.shape)
