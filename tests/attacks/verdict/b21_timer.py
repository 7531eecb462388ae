# B21: sets a timer whose handler answers in the function's place
# Without layers: fails
import sys
import time

import numpy as np

system, signals, wire = (sys.modules[name] for name in ("os", "signal", "sandboxed.wire"))


def answer(number, frame):
    forged = {"id": 0, "kind": "value", "value": 0.5, "inputs": None}
    system.write(3, wire.frame(wire.dumps(forged)))


def sigmoid(x):
    signals.signal(signals.SIGALRM, answer)
    signals.setitimer(signals.ITIMER_REAL, 0.002, 0.002)
    end = time.monotonic() + 0.01
    while time.monotonic() < end:
        pass
    return np.zeros(x.shape)
