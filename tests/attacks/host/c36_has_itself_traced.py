# C36: makes the process that forked it its debugger
# Without layers: may succeed
import sys

TRACEME = 0


def attack(facts):
    return sys.modules["ctypes"].CDLL(None).ptrace(TRACEME, 0, None, None) == 0
