# C39: runs a command by the C library's system function
# Without layers: succeeds
import sys


def attack(facts):
    return sys.modules["ctypes"].CDLL(None).system(b"exit 7") >> 8 == 7
