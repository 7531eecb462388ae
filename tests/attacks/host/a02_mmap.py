# A2: maps a file into memory by the C library's own functions
# Without layers: succeeds
import sys

PROT_READ, MAP_PRIVATE = 1, 2


def attack(facts):
    ctypes = sys.modules["ctypes"]
    libc = ctypes.CDLL(None)
    libc.mmap.restype = ctypes.c_void_p
    size = ctypes.c_size_t(4096)
    descriptor = libc.open(facts["secret_file"].encode(), 0)
    address = libc.mmap(None, size, PROT_READ, MAP_PRIVATE, descriptor, ctypes.c_long(0))
    if address == ctypes.c_void_p(-1).value:
        return False
    return ctypes.string_at(address).decode()
