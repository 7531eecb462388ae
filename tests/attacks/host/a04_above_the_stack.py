# A4: reads the block of strings above its stack
# Without layers: fails
import sys


def attack(facts):
    ctypes = sys.modules["ctypes"]
    strings = ctypes.POINTER(ctypes.c_char_p).in_dll(ctypes.CDLL(None), "environ")
    told = []
    while strings and strings[len(told)] is not None:
        told.append(strings[len(told)].decode())
    return "\n".join(told)
