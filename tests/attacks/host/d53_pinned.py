# D53: pins memory, so that the kernel cannot put it away
# Without layers: succeeds
import sys

ctypes = sys.modules["ctypes"]
SIZE = 32 << 10  # what every user may pin by default


def attack(facts):
    libc = ctypes.CDLL(None)
    libc.mmap.restype = ctypes.c_void_p
    place = libc.mmap(None, SIZE, 3, 0x22, -1, 0)
    return libc.mlock(ctypes.c_void_p(place), ctypes.c_size_t(SIZE)) == 0
