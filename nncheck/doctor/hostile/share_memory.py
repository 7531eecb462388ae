"""Takes memory of the kind that the limit on private memory does not count."""

import sys

READ_AND_WRITE, SHARED_AND_ANONYMOUS = 3, 0x21
FAILED = (1 << 64) - 1


def attack(size: int) -> object:
    ctypes = sys.modules["ctypes"]
    libc = ctypes.CDLL(None, use_errno=True)
    libc.mmap.restype = ctypes.c_uint64
    length, offset = ctypes.c_size_t(size), ctypes.c_long(0)
    address = libc.mmap(None, length, READ_AND_WRITE, SHARED_AND_ANONYMOUS, -1, offset)
    if address == FAILED:
        number = ctypes.get_errno()
        raise OSError(number, sys.modules["os"].strerror(number))
    ctypes.memset(address + size - 1, 1, 1)
    return True
