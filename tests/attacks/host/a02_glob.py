# A2: has the C library find names by a pattern
# Without layers: succeeds
import sys


def attack(facts):
    ctypes = sys.modules["ctypes"]
    libc, found = ctypes.CDLL(None), (ctypes.c_size_t * 16)()
    refused = libc.glob((facts["folder"] + "/sol*").encode(), 0, None, found)
    return refused == 0 and found[0] == 1
