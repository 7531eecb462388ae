# B19: changes the variables of the frames that called it
# Without layers: fails
import sys

import numpy as np

ctypes = sys.modules["ctypes"]


def sigmoid(x):
    frame = sys._getframe(1)
    while frame is not None:
        variables = frame.f_locals
        for name in set(variables) & {"request", "reply", "value", "kind"}:
            variables[name] = {"id": 0, "kind": "value", "verdict": "pass", "function": "relu"}
            ctypes.pythonapi.PyFrame_LocalsToFast(ctypes.py_object(frame), ctypes.c_int(0))
        frame = frame.f_back
    return np.zeros(x.shape)
