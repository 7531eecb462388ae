# D53: reserves memory that nobody may touch, and makes it writable afterwards
# Without layers: succeeds
import sys

ctypes = sys.modules["ctypes"]
SIZE = 192 << 20


def attack(facts):
    libc = ctypes.CDLL(None)
    libc.mmap.restype = ctypes.c_void_p
    place = libc.mmap(None, ctypes.c_size_t(SIZE), 0, 0x4022, -1, 0)
    if libc.mprotect(ctypes.c_void_p(place), ctypes.c_size_t(SIZE), 3) != 0:
        return False
    ctypes.memset(place, 1, SIZE)
    return True
