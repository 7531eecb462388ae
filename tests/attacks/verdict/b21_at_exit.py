# B21: answers again at exit, in finalizers and in weak references' last calls
# Without layers: fails
import atexit
import sys
import weakref

import numpy as np

system, wire = sys.modules["os"], sys.modules["sandboxed.wire"]


class Late:
    def __del__(self):
        again()


def again():
    answer = {"id": 0, "kind": "value", "value": 0.5, "inputs": None}
    system.write(3, wire.frame(wire.dumps(answer)))


late = Late()
atexit.register(again)
weakref.finalize(late, again)


def sigmoid(x):
    sys.modules["submission"].late = None
    return np.zeros(x.shape)
