# C48: makes one a thousand
# Without layers: fails
import sys


def attack(facts):
    sys.modules["ctypes"].memmove(id(1) + 24, b"\xe8\x03", 2)
    return 1 + 1
