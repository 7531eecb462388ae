# C42: puts a system call filter of its own on itself
# Without layers: succeeds
import struct
import sys

NO_NEW_PRIVS, SET_SECCOMP, FILTER = 38, 22, 2


def attack(facts):
    ctypes = sys.modules["ctypes"]
    libc = ctypes.CDLL(None)
    code = ctypes.create_string_buffer(struct.pack("HBBI", 6, 0, 0, 0x7FFF0000))  # allow everything
    program = (ctypes.c_size_t * 2)(1, ctypes.addressof(code))
    libc.prctl(NO_NEW_PRIVS, 1, 0, 0, 0)
    return libc.prctl(SET_SECCOMP, FILTER, program, 0, 0) == 0
