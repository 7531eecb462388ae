# D56: starts threads by the C library, with small stacks
# Without layers: succeeds
import sys

ctypes = sys.modules["ctypes"]


def attack(facts):
    libc = ctypes.CDLL(None)
    started = 0
    for _ in range(40):
        thread = ctypes.c_ulong()
        started += libc.pthread_create(ctypes.byref(thread), None, libc.pause, None) == 0
    return started == 40
