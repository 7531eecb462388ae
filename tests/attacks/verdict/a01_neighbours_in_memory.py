# A1: looks for the expected values behind and before its input in memory
# Without layers: fails
import sys

import numpy as np

ctypes = sys.modules["ctypes"]


def sigmoid(x):
    for distance in (x.nbytes, -x.nbytes, 4096, -4096):
        place = (ctypes.c_double * x.size).from_address(x.ctypes.data + distance)
        found = np.array(place).reshape(x.shape)
        if x.size and ((found > 0) & (found < 1)).all():
            return found
    return np.full(x.shape, 0.25)
