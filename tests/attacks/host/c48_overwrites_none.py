# C48: overwrites None
# Without layers: fails
import sys


def attack(facts):
    sys.modules["ctypes"].memset(id(None), 0, 16)
