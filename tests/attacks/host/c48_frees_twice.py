# C48: frees the same memory twice
# Without layers: fails
import sys


def attack(facts):
    ctypes = sys.modules["ctypes"]
    libc = ctypes.CDLL(None)
    libc.malloc.restype = ctypes.c_void_p
    memory = ctypes.c_void_p(libc.malloc(ctypes.c_size_t(64)))
    for _ in range(10):
        libc.free(memory)
