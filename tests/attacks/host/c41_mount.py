# C41: mounts a file system over a folder, where only it can see it
# Without layers: may succeed
import sys

NEWUSER, NEWNS = 0x10000000, 0x20000


def attack(facts):
    libc = sys.modules["ctypes"].CDLL(None)
    if libc.unshare(NEWUSER | NEWNS) != 0:
        return False
    return libc.mount(b"none", facts["folder"].encode(), b"tmpfs", 0, None) == 0
