# C42: puts on a filter that has itself asked before every system call
# Without layers: succeeds
import struct
import sys

os = sys.modules["os"]

SECCOMP = {"x86_64": 317, "aarch64": 277}
NO_NEW_PRIVS, FILTER, LISTENER = 38, 1, 8


def attack(facts):
    ctypes = sys.modules["ctypes"]
    libc = ctypes.CDLL(None)
    code = ctypes.create_string_buffer(struct.pack("HBBI", 6, 0, 0, 0x7FFF0000))
    program = (ctypes.c_size_t * 2)(1, ctypes.addressof(code))
    libc.prctl(NO_NEW_PRIVS, 1, 0, 0, 0)
    return libc.syscall(SECCOMP[os.uname().machine], FILTER, LISTENER, program) >= 0
