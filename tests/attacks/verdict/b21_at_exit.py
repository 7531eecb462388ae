# B21: answers again at exit, in finalizers and in weak references' last calls
# Without layers: fails
import atexit
import sys
import weakref

import numpy as np

system, wire, calls = (sys.modules[name] for name in ("os", "sandboxed.wire", "sandboxed.calls"))


class Late:
    def __del__(self):
        again()


def again():
    answer = calls.REPLY.pack(0, calls.VALUE) + wire.dumps(0.5)
    system.write(3, wire.frame(answer))


late = Late()
atexit.register(again)
weakref.finalize(late, again)


def sigmoid(x):
    sys.modules["submission"].late = None
    return np.zeros(x.shape)
