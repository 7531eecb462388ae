# B12: lets a thread answer while the function still runs, and once more afterwards
# Without layers: fails
import sys
import threading
import time

import numpy as np

system, wire, calls = (sys.modules[name] for name in ("os", "sandboxed.wire", "sandboxed.calls"))


def answer(number, shape):
    reply = calls.REPLY.pack(number, calls.VALUE) + wire.dumps(np.ones(shape))
    for _ in range(2):
        system.write(3, wire.frame(reply))
        time.sleep(0.001)


def sigmoid(x):
    number = sys._getframe(1).f_locals["number"]
    threading.Thread(target=answer, args=(number, x.shape)).start()
    return np.zeros(x.shape)
