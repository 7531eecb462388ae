# C42: lets other processes look into it again
# Without layers: succeeds
import sys

GET_DUMPABLE, SET_DUMPABLE = 3, 4


def attack(facts):
    libc = sys.modules["ctypes"].CDLL(None)
    libc.prctl(SET_DUMPABLE, 1, 0, 0, 0)
    return libc.prctl(GET_DUMPABLE, 0, 0, 0, 0) == 1
