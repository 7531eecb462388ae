# D49: jumps to itself in machine code
# Without layers: fails
import sys

ctypes = sys.modules["ctypes"]


def attack(facts):
    libc = ctypes.CDLL(None)
    libc.mmap.restype = ctypes.c_void_p
    page = libc.mmap(None, 4096, 7, 0x22, -1, 0)
    ctypes.memmove(page, b"\xeb\xfe" * 8, 16)  # jmp to itself, on x86
    ctypes.CFUNCTYPE(None)(page)()
