# B12: lets a thread answer while the function still runs, and once more afterwards
# Without layers: fails
import sys
import threading
import time

import numpy as np

system, wire = sys.modules["os"], sys.modules["sandboxed.wire"]


def answer(number, shape):
    reply = {"id": number, "kind": "value", "value": np.ones(shape), "inputs": None}
    for _ in range(2):
        system.write(3, wire.frame(wire.dumps(reply)))
        time.sleep(0.001)


def sigmoid(x):
    number = sys._getframe(1).f_locals["request"]["id"]
    threading.Thread(target=answer, args=(number, x.shape)).start()
    return np.zeros(x.shape)
