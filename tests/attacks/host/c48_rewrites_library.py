# C48: overwrites the C library's code for writing
# Without layers: fails
import sys

READ_WRITE_EXECUTE = 7


def attack(facts):
    ctypes = sys.modules["ctypes"]
    libc = ctypes.CDLL(None)
    place = ctypes.cast(libc.write, ctypes.c_void_p).value
    libc.mprotect(ctypes.c_void_p(place & ~4095), ctypes.c_size_t(8192), READ_WRITE_EXECUTE)
    ctypes.memset(place, 0xCC, 16)
