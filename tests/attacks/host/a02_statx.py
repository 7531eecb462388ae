# A2: learns that a file is there through the C library's statx
# Without layers: succeeds
import sys

AT_FDCWD, STATX_SIZE = -100, 0x200


def attack(facts):
    ctypes = sys.modules["ctypes"]
    found = (ctypes.c_uint64 * 32)()
    path = facts["secret_file"].encode()
    return ctypes.CDLL(None).statx(AT_FDCWD, path, 0, STATX_SIZE, found) == 0 and found[5] == 32
