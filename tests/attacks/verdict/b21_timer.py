# B21: sets a timer whose handler answers in the function's place
# Without layers: fails
import sys
import time

import numpy as np

system, signals = sys.modules["os"], sys.modules["signal"]
wire, calls = sys.modules["sandboxed.wire"], sys.modules["sandboxed.calls"]


def answer(number, frame):
    forged = calls.REPLY.pack(0, calls.VALUE) + wire.dumps(0.5)
    system.write(3, wire.frame(forged))


def sigmoid(x):
    signals.signal(signals.SIGALRM, answer)
    signals.setitimer(signals.ITIMER_REAL, 0.002, 0.002)
    end = time.monotonic() + 0.01
    while time.monotonic() < end:
        pass
    return np.zeros(x.shape)
