# D53: moves the end of its data segment, past every allocator
# Without layers: succeeds
import sys

ctypes = sys.modules["ctypes"]


def attack(facts):
    libc = ctypes.CDLL(None, use_errno=True)
    libc.sbrk.restype, libc.sbrk.argtypes = ctypes.c_void_p, [ctypes.c_ssize_t]
    start = libc.sbrk(192 << 20)
    if start in (None, (1 << 64) - 1):
        return False
    ctypes.memset(start, 1, 192 << 20)
    return True
