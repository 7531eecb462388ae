# D54: maps its whole address space, to be counted as nothing until it is used
# Without layers: succeeds
import sys

ctypes = sys.modules["ctypes"]
NO_RESERVE = 0x4000


def attack(facts):
    libc = ctypes.CDLL(None)
    libc.mmap.restype = ctypes.c_void_p
    return libc.mmap(None, ctypes.c_size_t(1 << 40), 1, 0x22 | NO_RESERVE, -1, 0) != (1 << 64) - 1
