# B27: returns an array over a file that it cuts off afterwards
# Without layers: fails
import sys

import numpy as np

system, ctypes = sys.modules["os"], sys.modules["ctypes"]
libc = ctypes.CDLL(None)
libc.mmap.restype = ctypes.c_void_p


def sigmoid(x):
    file = system.memfd_create("answer")
    system.ftruncate(file, 1 << 16)
    address = libc.mmap(None, 1 << 16, 3, 1, file, 0)
    answer = np.frombuffer((ctypes.c_double * (1 << 13)).from_address(address))
    system.ftruncate(file, 0)
    return answer[: x.size].reshape(x.shape)
