# C41: prepares a file system by the newer calls for mounts
# Without layers: may succeed
import sys

NEWUSER, NEWNS, FSOPEN = 0x10000000, 0x20000, 430


def attack(facts):
    libc = sys.modules["ctypes"].CDLL(None)
    return libc.unshare(NEWUSER | NEWNS) == 0 and libc.syscall(FSOPEN, b"tmpfs", 0) >= 0
