# C42: has orphaned processes become its own children
# Without layers: succeeds
import sys

SET_CHILD_SUBREAPER = 36


def attack(facts):
    return sys.modules["ctypes"].CDLL(None).prctl(SET_CHILD_SUBREAPER, 1, 0, 0, 0) == 0
