# D53: writes into its own copies of the libraries that it has loaded
# Without layers: fails
import sys

ctypes = sys.modules["ctypes"]


def attack(facts):
    libc = ctypes.CDLL(None)
    start = ctypes.cast(libc.malloc, ctypes.c_void_p).value & -4096
    touched = 0
    for page in range(start - (96 << 20), start + (96 << 20), 4096):
        if libc.mprotect(ctypes.c_void_p(page), 4096, 7) == 0:
            ctypes.memmove(page, page, 1)
            touched += 4096
    return touched > 128 << 20
