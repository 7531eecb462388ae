# B20: answers and exits with success while the file is still being loaded
# Without layers: fails
import sys

import numpy as np


def sigmoid(x):
    return np.zeros(x.shape)


wire, calls = sys.modules["sandboxed.wire"], sys.modules["sandboxed.calls"]
answers = [calls.REPLY.pack(number, calls.VALUE) + wire.dumps(0.5) for number in range(40)]
sys.modules["os"].write(3, b"".join(map(wire.frame, answers)))
raise SystemExit(0)
