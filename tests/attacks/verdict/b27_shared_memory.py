# B27: returns an array in shared memory that a second process keeps changing
# Without layers: fails
import sys

import numpy as np

system, ctypes = sys.modules["os"], sys.modules["ctypes"]
libc = ctypes.CDLL(None)
libc.mmap.restype = ctypes.c_void_p
address = libc.mmap(None, 1 << 16, 3, 0x21, -1, 0)
shared = (ctypes.c_double * (1 << 13)).from_address(address)
if system.fork() == 0:
    for turn in range(20_000):
        shared[turn % (1 << 13)] = turn % 7
    system._exit(0)


def sigmoid(x):
    return np.frombuffer(shared)[: x.size].reshape(x.shape)
