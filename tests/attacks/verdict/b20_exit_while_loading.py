# B20: answers and exits with success while the file is still being loaded
# Without layers: fails
import sys

import numpy as np


def sigmoid(x):
    return np.zeros(x.shape)


wire = sys.modules["sandboxed.wire"]
answers = [{"id": n, "kind": "value", "value": 0.5, "inputs": None} for n in range(40)]
sys.modules["os"].write(3, b"".join(wire.frame(wire.dumps(each)) for each in answers))
raise SystemExit(0)
