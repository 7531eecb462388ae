"""Copies 32 bytes out of another process."""

import sys


def attack(process: int, address: int) -> object:
    ctypes = sys.modules["ctypes"]
    libc = ctypes.CDLL(None, use_errno=True)
    copy = ctypes.create_string_buffer(32)
    here = (ctypes.c_size_t * 2)(ctypes.addressof(copy), 32)
    there = (ctypes.c_size_t * 2)(address, 32)
    one, none = ctypes.c_ulong(1), ctypes.c_ulong(0)
    if libc.process_vm_readv(process, here, one, there, one, none) < 0:
        number = ctypes.get_errno()
        raise OSError(number, sys.modules["os"].strerror(number))
    return copy.raw.decode()
