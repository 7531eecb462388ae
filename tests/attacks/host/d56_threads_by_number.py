# D56: makes a thread by the number of the system call
# Without layers: succeeds
import sys

ctypes = sys.modules["ctypes"]
SHARED = 0x100 | 0x200 | 0x400 | 0x800 | 0x10000 | 0x40000
PAUSE = b"\xb8\x22\0\0\0\x0f\x05\xeb\xf7"  # x86: pause(), again and again
CLONE_AND_PAUSE = b"\x0f\x05\x85\xc0\x74\x01\xc3" + PAUSE  # the parent returns


def attack(facts):
    libc = ctypes.CDLL(None)
    libc.mmap.restype = ctypes.c_void_p
    page = libc.mmap(None, 1 << 16, 7, 0x22, -1, 0)
    code = b"\xb8\x38\0\0\0\x31\xd2\x4d\x31\xd2\x4d\x31\xc0" + CLONE_AND_PAUSE
    ctypes.memmove(page, code, len(code))
    clone = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_long, ctypes.c_void_p)(page)
    return clone(SHARED, page + (1 << 15)) > 0
