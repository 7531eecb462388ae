# C36: becomes the debugger of the process that forked it, as root may
# Without layers: may succeed
import sys

os = sys.modules["os"]

SEIZE = 0x4206


def attack(facts):
    libc = sys.modules["ctypes"].CDLL(None)
    return libc.ptrace(SEIZE, os.getppid(), None, None) == 0
