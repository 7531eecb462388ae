# D53: asks for memory that grows downwards, as stacks do
# Without layers: succeeds
import sys

ctypes = sys.modules["ctypes"]
GROWS_DOWN = 0x0100
SIZE = 16 << 20


def attack(facts):
    libc = ctypes.CDLL(None)
    libc.mmap.restype = ctypes.c_void_p
    for _ in range(12):
        place = libc.mmap(None, SIZE, 3, 0x22 | GROWS_DOWN, -1, 0)
        if place == (1 << 64) - 1:
            return False
        ctypes.memset(place, 1, SIZE)
    return True
