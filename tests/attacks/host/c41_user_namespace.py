# C41: becomes root of a user namespace of its own
# Without layers: may succeed
import sys

NEWUSER = 0x10000000


def attack(facts):
    return sys.modules["ctypes"].CDLL(None).unshare(NEWUSER) == 0
