# D53: lets one page grow by moving it, sixteen megabytes at a time
# Without layers: succeeds
import sys

ctypes = sys.modules["ctypes"]


def attack(facts):
    libc = ctypes.CDLL(None)
    libc.mmap.restype = libc.mremap.restype = ctypes.c_void_p
    size = 4096
    place = libc.mmap(None, size, 3, 0x22, -1, 0)
    for larger in range(16 << 20, 193 << 20, 16 << 20):
        place = libc.mremap(ctypes.c_void_p(place), ctypes.c_size_t(size), ctypes.c_size_t(larger), 1)
        if place == (1 << 64) - 1:
            return False
        ctypes.memset(place + size, 1, larger - size)
        size = larger
    return True
