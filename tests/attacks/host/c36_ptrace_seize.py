# C36: becomes the debugger of another process without stopping it
# Without layers: may succeed
import sys

SEIZE = 0x4206


def attack(facts):
    libc = sys.modules["ctypes"].CDLL(None)
    return libc.ptrace(SEIZE, facts["victim"], None, None) == 0
