# C48: writes to the address nought
# Without layers: fails
import sys


def attack(facts):
    sys.modules["ctypes"].memset(0, 0, 1)
