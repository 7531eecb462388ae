# B16: returns an object whose unpickling would run code
# Without layers: fails
import numpy as np


class Trap:
    def __reduce_ex__(self, protocol):
        return exec, ("raise SystemExit(0)",)

    def __getstate__(self):
        return {"verdict": "pass"}


def sigmoid(x):
    return Trap()


def relu(x):
    return np.array([Trap()] * max(x.size, 1))
