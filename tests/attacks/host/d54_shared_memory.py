# D54: takes shared memory, which is no process's own
# Without layers: succeeds
import sys

ctypes = sys.modules["ctypes"]
SIZE = 192 << 20


def attack(facts):
    libc = ctypes.CDLL(None)
    libc.mmap.restype = ctypes.c_void_p
    place = libc.mmap(None, SIZE, 3, 0x21, -1, 0)
    if place == (1 << 64) - 1:
        return False
    ctypes.memset(place, 1, SIZE)
    return True
