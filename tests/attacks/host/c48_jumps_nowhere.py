# C48: calls a function at an address that is none
# Without layers: fails
import sys


def attack(facts):
    return sys.modules["ctypes"].CFUNCTYPE(int)(16)()
