# B27: returns an array over memory that it has given back
# Without layers: fails
import sys

import numpy as np

ctypes = sys.modules["ctypes"]


def sigmoid(x):
    storage = bytearray(1 << 20)
    view = (ctypes.c_double * x.size).from_address(ctypes.addressof((ctypes.c_char * 1).from_buffer(storage)))
    answer = np.frombuffer(view).reshape(x.shape) if x.size else np.zeros(x.shape)
    del storage
    return answer
