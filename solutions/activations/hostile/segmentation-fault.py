# attack: segmentation-fault
# function: sigmoid
# outcome: the process crashes, or is refused the memory access; relu keeps its points
import sys

import numpy as np


def sigmoid(x):
    ctypes = sys.modules.get("ctypes") or np.ctypeslib.ctypes
    return ctypes.string_at(0)


def relu(x):
    return np.maximum(x * 1.0, 0)
