# C37: writes the gradebook by writing memory
# Without layers: succeeds
import sys

os = sys.modules["os"]

READ_WRITE, MAP_SHARED = 3, 1


def attack(facts):
    ctypes = sys.modules["ctypes"]
    libc = ctypes.CDLL(None)
    libc.mmap.restype = ctypes.c_void_p
    gradebook = os.open(facts["canary"], os.O_RDWR)
    size = ctypes.c_size_t(9)
    address = libc.mmap(None, size, READ_WRITE, MAP_SHARED, gradebook, ctypes.c_long(0))
    ctypes.memmove(address, b"me: 100!!", 9)
