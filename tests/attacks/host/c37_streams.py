# C37: overwrites the gradebook through the C library's streams
# Without layers: succeeds
import sys


def attack(facts):
    ctypes = sys.modules["ctypes"]
    libc = ctypes.CDLL(None)
    libc.fopen.restype = ctypes.c_void_p
    stream = ctypes.c_void_p(libc.fopen(facts["canary"].encode(), b"w"))
    if stream:
        libc.fputs(b"me: 100", stream)
        libc.fclose(stream)
